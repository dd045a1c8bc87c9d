"""Two years side by side: what is matched, what is subtracted, what stands alone."""

import json
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from cms.frontend.comparison import match_subjects
from cms.frontend.differences import subtract
from cms.frontend.subjects import Subject, label_of
from reports import models
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .page import read, words
from .test_series import figure, indicators

ADDRESS = "/comparer/2023/2024/"
RESTATED = {"inscrits": "99", "missions": "7", "organisations": "3"}


def subject(record: str, name: str, year: int = 2024, **figures: str) -> Subject:
    found = {label: figure(text, text) for label, text in figures.items()}
    return Subject(record, name, "#", found, year)


def test_records_are_matched_before_names_and_once() -> None:
    before = [subject("", "Mano"), subject("mano", "Ancien nom"), subject("", "Seul")]
    after = [subject("mano", "Mano"), subject("", "MANO"), subject("", "Autre")]
    section = match_subjects("Services", before, after)

    assert [(pair.before.name, pair.after.name) for pair in section.pairs] == [
        ("Ancien nom", "Mano"),
        ("Mano", "MANO"),
    ]
    assert [each.name for each in section.only_before] == ["Seul"]
    assert [each.name for each in section.only_after] == ["Autre"]


def test_what_the_later_report_restates_is_what_is_subtracted() -> None:
    before = subject("jva", "Je veux aider", 2023, inscrits="510", missions="7", seuls="4")
    again = {label: figure(text, text) for label, text in RESTATED.items()}
    after = subject("jva", "Je veux aider", inscrits="118", missions="9", organisations="5")
    after = replace(after, restated=again)
    [pair] = match_subjects("Services", [before], [after]).pairs

    assert [
        (
            line.label,
            line.before and line.before["text"],
            line.restated and line.restated["text"],
            line.difference,
        )
        for line in pair.lines
    ] == [
        ("inscrits", "510", "99", "+19"),
        ("missions", "7", None, "+2"),
        ("organisations", None, "3", "+2"),
        ("seuls", "4", None, ""),
    ]


def test_years_in_names_are_counted_from_the_report() -> None:
    before = [
        subject("", "services en janvier 2024", 2023),
        subject("", "services nés en 2022", 2023),
        subject("", "accompagnés depuis 2013", 2023),
        subject("", "agents en 2023", 2023),
    ]
    after = [
        subject("", "accompagnés depuis 2013"),
        subject("", "agents en 2023"),
        subject("", "Services nés en 2023 (1)"),
        subject("", "services en janvier 2025"),
        subject("", "agents en 2024"),
    ]
    section = match_subjects("Chiffres clés", before, after)

    assert [(pair.before.name, pair.after.name, pair.former_name) for pair in section.pairs] == [
        (before[2].name, after[0].name, ""),
        (before[1].name, after[2].name, before[1].name),
        (before[0].name, after[3].name, before[0].name),
        (before[3].name, after[4].name, before[3].name),
    ]
    assert [each.name for each in section.only_after] == ["agents en 2023"]


def test_apostrophes_and_plurals_do_not_part_names() -> None:
    before = [subject("", "Nombre d’agents", 2023), subject("", "dossier enregistrés", 2023)]
    after = [subject("", "dossiers enregistrés"), subject("", "Nombre dʼagents")]
    section = match_subjects("Chiffres clés", before, after)

    assert [(pair.before.name, pair.former_name) for pair in section.pairs] == [
        ("dossier enregistrés", ""),
        ("Nombre d’agents", ""),
    ]
    one = subject("mano", "Mano", 2023, **{"dossier en 2023": "1", "l'ensemble": "2"})
    two = subject("mano", "Mano", 2024, **{"dossiers en 2024": "4", "l’ensemble": "3"})
    [pair] = match_subjects("Services", [one], [two]).pairs
    assert [line.difference for line in pair.lines] == ["+3", "+1"]


def test_of_is_no_part_of_what_a_figure_counts() -> None:
    def label(before: str, after: str) -> str:
        return label_of({"before": before, "after": after})

    assert label("", "de dossiers déposés") == "dossiers déposés"
    assert label("", "d’euros") == "euros"
    assert label("", "des agents") == "des agents"
    assert label("Coût", "de mois") == "Coût … de mois"


@pytest.mark.django_db
def test_what_has_no_words_is_called_as_its_section(client: Client, publish: Any) -> None:
    heading = build.heading("Budget", anchor="budget")
    publish(2023, stored(heading, build.key_figures(("", "12", ""))))
    publish(2024, stored(build.key_figures(("", "13", ""))))
    html = words(read(client, ADDRESS).get_text())

    assert "Budget : 12" in html
    assert "Bilan 2024 : 13" in html
    assert "Sans intitulé" not in html


@pytest.mark.django_db
def test_corrected_figures_are_marked(client: Client, publish: Any) -> None:
    page = publish(2023, stored(build.key_figures(("", "12", "agents"), ("", "5", "villes"))))
    publish(2024, stored(build.key_figures(("", "13", "agents"))))
    models.Correction.objects.all().delete()  # reports are saved empty first
    assert "corrigé" not in read(client, ADDRESS).get_text()
    body = list(page.body.raw_data)
    facts = body[0]["value"]["groups"][0]["value"]["facts"]
    facts[0]["value"]["figure"], facts[1]["value"]["figure"] = "11", "6"
    page.body = json.dumps(body)
    page.save()
    html = read(client, ADDRESS)

    marks = html.select(".bilan-corrected")
    assert [words(mark.get_text()) for mark in marks] == ["corrigé", "corrigé"]
    report = read(client, "/bilan/2023/")
    for mark in marks:
        path, _, place = str(mark["href"]).partition("#")
        assert path == "/bilan/2023/"
        assert report.find(id=place)
    assert "ceux d’après les corrections" in html.get_text()


@pytest.mark.django_db
def test_lists_and_reports_lead_to_it(client: Client, publish: Any) -> None:
    publish(2024)
    publish(2023)
    for path in ("/", "/bilan/"):
        links = read(client, path).select(f'main a[href="{ADDRESS}"]')
        assert [words(link.get_text()) for link in links] == ["Comparer 2023 et 2024"], path
    link = read(client, "/bilan/2024/").select_one(f'.bilan-actions a[href="{ADDRESS}"]')
    assert link
    assert words(link.get_text()) == "Comparer avec 2023"
    models.AnnualReportPage.objects.get(year=2023).unpublish()
    for path in ("/", "/bilan/", "/bilan/2024/"):
        assert not read(client, path).select('a[href^="/comparer/"]'), path


def test_figures_are_matched_as_names_are() -> None:
    before = subject("mano", "Mano", 2023, **{"en 2023": "1", "depuis 2013": "2", "seul": "3"})
    after = subject("mano", "Mano", 2024, **{"depuis 2013": "4", "en 2024": "5", "neuf": "6"})
    [pair] = match_subjects("Services", [before], [after]).pairs

    assert [(line.label, line.difference) for line in pair.lines] == [
        ("depuis 2013", "+2"),
        ("en 2024", "+4"),
        ("neuf", ""),
        ("seul", ""),
    ]


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        (figure("165", "165"), figure("154", "154"), "−11"),
        (figure("0,1", "0.1"), figure("0,3", "0.3"), "+0,2"),
        (figure("7", "7"), figure("7", "7"), "0"),
        (
            figure("50 %", "50", unit="PERCENT"),
            figure("45 %", "45", unit="PERCENT"),
            "−5\u00a0points",
        ),
        (
            figure("1", "1"),
            figure("1" + "0" * 40, "1" + "0" * 40),
            "+" + "\u202f".join(["9", *["999"] * 13]),
        ),
        (figure("50 %", "50", unit="PERCENT"), figure("45", "45"), ""),
        (figure("Plus de 3", "3", qualifier="MORE_THAN"), figure("4", "4"), ""),
        (figure("+3", "3", qualifier="CHANGE"), figure("+4", "4", qualifier="CHANGE"), ""),
        (figure("3 à 5", "3", valueTo="5"), figure("4", "4"), ""),
        (figure("N/A", None), figure("4", "4"), ""),
        (None, figure("4", "4"), ""),
    ],
)
def test_only_exact_numbers_of_one_unit_are_subtracted(
    before: Any, after: Any, difference: str
) -> None:
    assert subtract(before, after) == difference


@pytest.mark.django_db
def test_a_row_has_the_results_and_targets_of_both_years(
    client: Client, publish: Any, living: Any
) -> None:
    table = indicators("1 200", "2 500", "1 500")
    headings = ("Indicateurs", "Résultats 2022", "Objectifs 2023", "Résultats 2023")
    for column, heading in zip(table["value"]["table"]["columns"], headings, strict=True):
        column["heading"] = heading
    publish(2023, [table])
    publish(2024, [indicators("1 500", "2 600", "1 450")])
    page = read(client, ADDRESS)

    assert [
        [words(c.get_text()) for c in row.select("th, td")] for row in page.select("tbody tr")
    ] == [
        ["Services lancés"],
        ["Objectif", "2 500", "2 600", "+100"],
        ["Résultat", "1 500", "1 450", "−50"],
    ]
    assert page.select_one('td a[href^="/bilan/2023/#"]')
    assert read(client, "/bilan/2024/").select_one(f'a[href="{ADDRESS}"]')


@pytest.mark.django_db
def test_every_block_against_itself(client: Client, publish: Any, every_block: Any) -> None:
    publish(2023, every_block)
    publish(2024, every_block)
    page = read(client, ADDRESS)

    titles = [words(title.get_text()) for title in page.select("section h2")]
    assert titles == ["Indicateurs", "Chiffres clés", "Services"]
    assert not page.find(string=lambda text: "Seulement dans" in (text or ""))


@pytest.mark.django_db
def test_a_hidden_year_is_an_absent_one(client: Client, publish: Any) -> None:
    publish(2024)
    publish(2023)
    assert client.get(ADDRESS).status_code == 200
    turned = client.get("/comparer/2024/2023/")
    assert (turned.status_code, turned["Location"]) == (301, ADDRESS)
    models.AnnualReportPage.objects.get(year=2023).unpublish()
    absent = client.get("/comparer/2022/2024/")
    hidden = client.get(ADDRESS)

    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)
    assert hidden.status_code == 404
    assert client.get("/comparer/2024/2024/").status_code == 404
    assert not read(client, "/bilan/2024/").select_one('a[href^="/comparer/"]')
