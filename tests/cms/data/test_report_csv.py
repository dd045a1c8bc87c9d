"""The figures of a report as one file: each of them once, as the graph gives it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory

from cms.data.blocks import PRECISION
from cms.data.columns import COLUMNS
from cms.frontend.csv_files import escape_formula
from reports import models
from reports.content.visibility.perspective import Perspective
from reports.core.figure_addresses import parse_address
from reports.publishing.figure_addresses import resolve_address
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .answers import ask_report, list_statements, read_rows

pytestmark = pytest.mark.django_db

ADDRESS = "/bilan/2024/donnees.csv"
FIGURE = {
    "texte": "raw",
    "valeur": "value",
    "valeur_haute": "valueTo",
    "pas": "step",
    "unite": "unit",
    "devise": "currency",
    "qualificatif": "qualifier",
    "etat": "state",
}


def compare(client: Client, year: int) -> int:
    """Check that the file has the figures of the graph, exactly and in order; return how many."""
    rows = read_rows(client.get(f"/bilan/{year}/donnees.csv"))
    report = ask_report(client, year)
    figures = list(list_statements(report["body"]))
    assert [row["identifiant"] for row in rows] == [id for id, _ in figures]
    marked = [each for each in rows if each["essentiel"] == "oui"]
    assert [row["texte"] for row in marked] == [e["figure"]["raw"] for e in report["essentials"]]
    perspective = Perspective.public(RequestFactory().get("/"))
    for row in rows:
        if row["adresse"]:
            found = resolve_address(parse_address(row["adresse"]), perspective)
            assert found
            assert found.year == year
            assert escape_formula(found.figure.raw) == row["texte"]
        else:
            assert row["colonne"] == PRECISION
    for row, (_, figure) in zip(rows, figures, strict=True):
        for column, name in FIGURE.items():
            assert row[column] == escape_formula(figure[name] or ""), row
    return len(rows)


def test_every_figure_of_every_block_is_there(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    assert compare(client, 2024) >= 10
    states = {row["etat"] for row in read_rows(client.get(ADDRESS))}
    assert states >= {"VALUE", "TEXT"}


@pytest.mark.parametrize("year", [2023, 2024])
def test_every_figure_of_a_real_report_is_there(
    client: Client,
    import_file: Callable[..., Any],
    real_reports: Path,
    year: int,
    record_property: Callable[[str, object], None],
) -> None:
    folder = real_reports / str(year)
    import_file(folder / f"{year}.md", assets=folder, publish=True)
    count = compare(client, year)
    assert count > 100
    record_property("counted: figures of real reports found in their data", count)


def test_a_line_says_what_its_figure_is_about(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    version = models.ReportVersion.objects.latest("number").number
    response = client.get(ADDRESS)
    rows = read_rows(response)

    assert tuple(rows[0]) == tuple(column.name for column in COLUMNS)
    assert {(row["bilan"], row["version"]) for row in rows} == {("2024", str(version))}
    stated = next(row for row in rows if row["indicateur"])
    assert stated["indicateur"] == "lances"
    assert stated["titre_section"] == "Tableaux"
    assert (stated["periode"], stated["debut"], stated["fin"], stated["nature"]) == (
        *("Résultats 2023", "2023-01-01", "2023-12-31"),
        "RESULT",
    )
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="bilan-2024.csv"'
    assert response.content.startswith(b"\xef\xbb\xbfbilan,version,")


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (("", "35", "investigations"), "investigations"),
        (("Coût par dossier :", "0,42 €", ""), "Coût par dossier"),
        (("pendant", "1 jour", "par semaine"), "pendant… par semaine"),
        (("", "15,1 ETPT", ", dont 2,5"), "dont 2,5"),
    ],
)
def test_the_words_around_a_figure_name_it(
    client: Client, publish: Any, fact: tuple[str, str, str], words: str
) -> None:
    publish(2024, stored(build.key_figures(fact)))
    (row,) = read_rows(client.get(ADDRESS))
    assert row["ligne"] == words


def test_words_are_no_formula(client: Client, publish: Any) -> None:
    publish(2024, stored(build.key_figures(("", "1", "=HYPERLINK()"))))
    (row,) = read_rows(client.get(ADDRESS))
    assert row["ligne"] == "'=HYPERLINK()"


def test_words_and_gaps_are_there_as_they_stand(client: Client, publish: Any) -> None:
    rows = (["Hommes", "12,5"], ["Femmes", "plusieurs"], ["Autres", ""])
    publish(2024, stored(build.data_table(("Qui", "Combien"), *rows)))
    found = [(r["texte"], r["valeur"], r["etat"]) for r in read_rows(client.get(ADDRESS))]
    assert found == [("12,5", "12.5", "VALUE"), ("plusieurs", "", "TEXT"), ("", "", "EMPTY")]


def test_the_words_of_a_budget_are_there_without_a_value(client: Client, publish: Any) -> None:
    budget = build.budget(("Produits", "3 370 820 €", ""))
    budget[1]["lines"][0]["detail"] = "dont 12 000 € de formation"
    publish(2024, stored(budget))
    found = [
        (r["ligne"], r["colonne"], r["texte"], r["valeur"], r["etat"])
        for r in read_rows(client.get(ADDRESS))
    ]
    assert found == [
        ("Produits", "Précision", "dont 12 000 € de formation", "", "TEXT"),
        ("Produits", "Montant", "3 370 820 €", "3370820", "VALUE"),
        ("Produits", "Effectif", "", "", "EMPTY"),
    ]


def test_what_sums_up_the_report_is_marked(client: Client, publish: Any) -> None:
    facts = build.key_figures(("", "35", "services"), ("", "12", "agents"))
    facts[1]["groups"][0]["facts"][1]["leading"] = True
    headings = ("Indicateurs", "Résultats 2023", "Résultats 2024", "Objectifs 2025")
    table = build.indicators(headings, ("Lancés", "7", "9", "11"))
    table[1]["table"]["rows"][0]["leading"] = True
    publish(2024, stored(facts, table))
    rows = read_rows(client.get(ADDRESS))
    assert [(row["texte"], row["essentiel"]) for row in rows] == [
        *(("35", "non"), ("12", "oui")),
        *(("7", "non"), ("9", "oui"), ("11", "non")),
    ]
