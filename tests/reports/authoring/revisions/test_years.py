"""This year's draft beside another year's report."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageViewRestriction

from reports.authoring.revisions.years.evolution import describe_evolution
from reports.authoring.revisions.years.line import State
from reports.authoring.revisions.years.side_by_side import compare_reports
from reports.content.models import AnnualReportPage, User
from reports.core.figures import parse
from tests.reports.checks.build import (
    budget,
    card,
    chart,
    compared,
    comparison_cards,
    heading,
    impact_cards,
    indicators,
    key_figures,
    report,
    table,
)

from .conftest import block, made

NARROW, HARD = "\u202f", "\u00a0"
COLUMNS = ("Indicateurs", "Résultats {last}", "Objectifs {year}", "Résultats {year}")


def columns(year: int) -> list[str]:
    return [text.format(year=year, last=year - 1) for text in COLUMNS]


def lines(last: list[Any], this: list[Any]) -> list[tuple[str, str, str, str, str]]:
    """All lines: what, last year's, this year's, what became of it, by how much."""
    sections = compare_reports(report(*this), report(*last, year=2023))
    return [
        (
            line.what,
            *(plain(text) for text in (line.before, line.after)),
            line.state.value,
            plain(line.evolution),
        )
        for section in sections
        for line in section.lines
    ]


def plain(text: str) -> str:
    return text.replace(NARROW, " ").replace(HARD, " ")


def test_indicators_by_record_results_and_targets_by_period() -> None:
    last = [
        indicators(columns(2023), ["Produits", "180", "200", "217"], refs=["produits"]),
    ]
    this = [
        indicators(columns(2024), ["Produits suivis", "215", "210", "220"], refs=["produits"]),
    ]
    assert lines(last, this) == [
        ("Produits suivis › Résultats 2023", "217", "215", "révisé", "−2, soit −0,9 %"),
        (
            "Produits suivis › Objectifs 2023 → Objectifs 2024",
            "200",
            "210",
            "changé",
            "+10, soit +5,0 %",
        ),
        (
            "Produits suivis › Résultats 2023 → Résultats 2024",
            "217",
            "220",
            "changé",
            "+3, soit +1,4 %",
        ),
    ]


def test_rows_that_one_report_alone_has() -> None:
    last = [indicators(columns(2023), ["Agents", "1", "2", "3"], ["Lois", "4", "5", "6"])]
    this = [indicators(columns(2024), ["Agents", "3", "2", "3"], ["Décrets", "7", "8", "9"])]
    assert lines(last, this)[-2:] == [
        ("Décrets", "", "Résultats 2023 : 7 ; Objectifs 2024 : 8 ; Résultats 2024 : 9",
         "nouveau", ""),
        ("Lois", "Résultats 2022 : 4 ; Objectifs 2023 : 5 ; Résultats 2023 : 6", "", "disparu", ""),
    ]  # fmt: skip


def test_facts_of_a_service_beside_facts() -> None:
    url = "/startups/mano.html"
    last = [impact_cards(card("Mano", ("", "217", "agents"), ("", "3", "lois"), url=url))]
    this = [impact_cards(card("Mano !", ("", "220", "agents"), ("", "+8 %", "d’usage"), url=url))]
    assert lines(last, this) == [
        ("Mano ! › mission", "Aider.", "Aider.", "identique", ""),
        ("Mano ! › agents", "217 agents", "220 agents", "changé", "+3, soit +1,4 %"),
        ("Mano ! › lois", "3 lois", "", "disparu", ""),
        ("Mano ! › d’usage", "", "+8 % d’usage", "nouveau", ""),
    ]


def tchap(*periods: tuple[str, str]) -> dict[str, Any]:
    return compared("Tchap", {heading: [("", figure, "agents")] for heading, figure in periods})


def test_a_past_period_is_compared_with_what_was_printed_of_it() -> None:
    last = [
        comparison_cards(
            tchap(("En 2022", "90"), ("En 2023", "100"))
        )
    ]  # fmt: skip
    this = [
        comparison_cards(
            tchap(("En 2023", "150"), ("En 2024", "200"))
        )
    ]  # fmt: skip
    assert lines(last, this)[1:3] == [
        ("Tchap › En 2023 › agents", "100 agents", "150 agents", "révisé", "+50, soit +50,0 %"),
        ("Tchap › agents", "100 agents", "200 agents", "changé", "+100, soit +100,0 %"),
    ]


def test_cards_charts_key_figures_and_budgets() -> None:
    last = [
        impact_cards(card("Eva", ("", "1", "agent"))),
        chart("Services en 2023", ["DINUM", "59"], columns=("Incubateur", "Services")),
        key_figures(("", "213", "services en cours")),
        budget(("Cofinancement d’État", "3 114 114 €", "")),
    ]
    this = [
        chart("Services en 2024", ["DINUM", "61"], columns=("Incubateur", "Services")),
        key_figures(("", "248", "services en cours"), ("", "5", "promotions")),
        budget(("Cofinancement dʼÉtat", "3 370 820 €", "2 ETP")),
        impact_cards(card("Mano", ("", "2", "agents"))),
    ]
    assert set(lines(last, this)) == {
        ("Eva", "Aider. ; 1 agent", "", "disparu", ""),
        ("Mano", "", "Aider. ; 2 agents", "nouveau", ""),
        ("Graphique « Services en 2024 » › données", "1 ligne", "1 ligne", "identique", ""),
        ("DINUM › Services", "59", "61", "changé", "+2, soit +3,4 %"),
        ("services en cours", "213 services en cours", "248 services en cours", "changé",
         "+35, soit +16,4 %"),
        ("promotions", "", "5 promotions", "nouveau", ""),
        ("Cofinancement dʼÉtat › montant", "3 114 114 €", "3 370 820 €", "changé",
         "+256 706 €, soit +8,2 %"),
        ("Cofinancement dʼÉtat › effectif", "", "2 ETP", "nouveau", ""),
    }  # fmt: skip


def test_sections_are_kept_renamed_new_or_gone() -> None:
    last = [heading("Résultats 2023"), heading("Les services lancés"), heading("Annexe")]
    this = [heading("Résultats 2024"), heading("Standards"), heading("Services lancés en région")]
    found = compare_reports(report(*this), report(*last, year=2023))
    assert [(s.title, s.state, s.was) for s in found[1:]] == [
        ("1 Résultats 2024", State.SAME, ""),
        ("2 Standards", State.NEW, ""),
        ("3 Services lancés en région", State.CHANGED, "Les services lancés"),
        ("3 Annexe", State.GONE, ""),
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("217", "220", "+3, soit +1,4 %"),
        ("220", "217", "−3, soit −1,4 %"),
        ("17,4 %", "18 %", "+0,6 point"),
        ("53 %", "45 %", "−8 points"),
        ("1 €", "3 €", "+2 €, soit +200,0 %"),
        ("0", "25", "+25"),
        ("100 000", "100 001", "+1"),
        ("5,6M€", "6,1M€", "+0,5 million d’euros, soit +8,9 %"),
        ("217", "217", ""),
        ("Plus de 217", "220", ""),
        ("217", "environ 220", ""),
        ("+47 %", "+38 %", ""),
        ("4,2/5", "4,3/5", ""),
        ("de 3 à 1 mois", "2 mois", ""),
        ("217", "220 (provisoire)", ""),
        ("3 jours", "3 mois", ""),
        ("2019", "2024", ""),
        ("N/A", "3", ""),
        ("beaucoup", "plus", ""),
        ("", "3", ""),
        ("9" * 40, "9" * 39, f"−{'9' + '0' * 39}"),
    ],
)
def test_a_change_is_said_where_both_figures_are_exact(before: str, after: str, said: str) -> None:
    found = plain(describe_evolution(parse(before), parse(after)))
    if before.startswith("99"):
        found, said = found.replace(" ", "")[:41], said
    assert found == said


def body(year: int, *cells: str) -> list[dict[str, Any]]:
    grid = table(columns(year), [["Agents", *cells]])
    return [
        block("heading", {"text": "Résultats <b>x</b>", "level": "2"}),
        block("indicator_table", {"caption": "Performance", "table": grid}),
    ]


@pytest.fixture
def pair(people: dict[str, User]) -> tuple[AnnualReportPage, AnnualReportPage]:
    this, last = body(2024, "5", "6", "7"), body(2023, "4", "5", "5")
    return made(2024, this, live=False), made(2023, last)


def address(page: AnnualReportPage, **asked: Any) -> str:
    url = reverse("bilan_years", args=[page.pk])
    return url + "?" + "&".join(f"{name}={value}" for name, value in asked.items())


def test_the_view_shows_last_year_beside_the_draft(pair, editor: Client) -> None:
    html = editor.get(address(pair[0])).content.decode()

    assert '<th scope="row">Agents › Résultats 2023 → Résultats 2024</th>' in html
    assert '<th scope="col">Bilan 2023</th>' in html
    assert "changé</span>\N{NARROW NO-BREAK SPACE}: +2, soit +40,0" in html
    assert "Résultats &lt;b&gt;x&lt;/b&gt;" in html
    assert '<th scope="row">Agents › Résultats 2023</th>' in html


def test_it_can_leave_out_what_is_the_same(pair, editor: Client) -> None:
    html = editor.get(address(pair[0], seulement=1)).content.decode()

    assert '<th scope="row">Agents › Résultats 2023 → Résultats 2024</th>' in html
    assert '<th scope="row">Agents › Résultats 2023</th>' not in html
    assert "2 lignes sur 3 changent" in html


def test_any_other_report_may_be_asked_for(pair, editor: Client) -> None:
    html = editor.get(address(pair[1], avec=pair[0].pk)).content.decode()
    assert "Bilan 2024</th>" in html
    assert "(brouillon)" in html
    for asked in ("x", "0", pair[1].pk, pair[1].get_parent().pk, 10**30):
        assert editor.get(address(pair[1], avec=asked)).status_code == 404


def test_a_report_alone_has_nothing_beside_it(report, editor: Client) -> None:
    assert "Aucun autre bilan" in editor.get(address(report)).content.decode()


def test_the_menus_lead_there(pair, editor: Client) -> None:
    one = reverse("bilan_years", args=[pair[0].pk])
    assert one in editor.get(f"/admin/pages/{pair[0].pk}/edit/").content.decode()
    index = pair[0].get_parent()
    listing = editor.get(f"/admin/pages/{index.pk}/").content.decode()
    assert one in listing
    assert reverse("bilan_years", args=[index.pk]) not in listing


def test_who_may_not_edit_sees_nothing(pair, client: Client) -> None:
    stranger = User.objects.create_user("stranger")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)
    response = client.get(address(pair[0]))
    assert response.status_code == 403
    assert b"Agents" not in response.content
    client.logout()
    assert client.get(address(pair[0])).status_code == 302


@pytest.mark.parametrize("hidden", ["draft", "private"])
def test_a_report_that_one_may_not_read_is_not_offered(hidden, pair, people, client) -> None:
    """An editor of one report alone has the others as the public does."""
    mine, other = pair
    editor = people["redaction"]
    GroupPagePermission.objects.filter(group__in=editor.groups.all()).update(page=mine)
    client.force_login(editor)
    assert "Bilan 2023</th>" in client.get(address(mine)).content.decode()

    if hidden == "draft":
        AnnualReportPage.objects.filter(pk=other.pk).update(live=False)
    else:
        PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert "Aucun autre bilan" in client.get(address(mine)).content.decode()
    assert client.get(address(mine, avec=other.pk)).status_code == 404
