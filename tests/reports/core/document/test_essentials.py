"""What sums up a report, and what the report before said of the same."""

import json
from typing import Any

import pytest

from reports.core.document.body import Document, read
from reports.core.document.canonical import dump_document, upgrade_document
from reports.core.document.essentials import (
    Statement,
    find_previous,
    list_essentials,
    list_statements,
)
from reports.core.figures.locale import FRENCH
from tests.reports_graphql.bodies import Body, block, fact, item, row, table

PERIODS = ["Indicateur", "Objectif 2024", "Résultats 2024", "Résultats 2023", "Résultats 2025"]


def key_figures(*facts: dict[str, Any]) -> dict[str, Any]:
    listed = [item(100 + place, each) for place, each in enumerate(facts)]
    return block(9, "key_figures", {"groups": [item(90, {"title": "", "facts": listed})]})


def indicators(*rows: dict[str, Any], headings: list[str] = PERIODS) -> dict[str, Any]:
    return block(12, "indicator_table", {"caption": "", "table": table(1200, headings, *rows)})


def cards(*services: dict[str, Any]) -> dict[str, Any]:
    listed = [item(300 + place, each) for place, each in enumerate(services)]
    return block(15, "impact_cards", {"cards": listed})


def said(document: Document, year: int = 2024) -> list[tuple[str, str]]:
    """Return what is marked and its figure, "" while that is to come."""
    return [(each.label, each.figure.raw) for each in list_essentials(document, year)]


def before(one: Document, other: Document) -> str | None:
    [essential] = list_essentials(one, 2024)
    found = find_previous(essential, 2024, list_statements(other, 2023), 2023)
    return found.figure.raw if found else None


def test_nothing_is_marked_unless_an_editor_did() -> None:
    assert said(read([key_figures(fact("12", after="services"))])) == []


def test_facts_rows_and_cards_in_the_order_of_the_report() -> None:
    body = [
        key_figures(fact("12", after="services", leading=True), fact("3", after="autres")),
        block(
            10,
            "fact_list",
            {"items": [item(11, {"lead": "Coût", **fact("30 €", before="dont", leading=True)})]},
        ),
        indicators(row(1, "Lancés", "9", "8", "7", "99", leading=True), row(2, "Autre", "1", "1")),
        cards(
            {"name": "Mano", "facts": [item(31, fact("442", after="lieux"))], "leading": True},
            {"name": "Tchap", "facts": [item(32, fact("1")), item(33, fact("2", leading=True))]},
        ),
    ]
    assert said(read(body)) == [
        ("services", "12"),
        ("Coût … dont", "30 €"),
        ("Lancés", "8"),
        ("Mano : lieux", "442"),
        ("Tchap", "2"),
    ]


def test_a_row_says_its_last_result_up_to_the_year() -> None:
    """One that is still to come is not replaced by that of the year before."""
    body = read([indicators(row(1, "Lancés", "9", "", "7", "99", leading=True))])
    assert said(body) == [("Lancés", "")]
    assert said(body, 2023) == [("Lancés", "7")]
    assert said(body, 2025) == [("Lancés", "99")]


def test_of_two_results_of_a_year_the_first_that_is_filled_counts() -> None:
    headings = ["Sondage", "Juin 2024", "Novembre 2024", "Moyenne 2023"]
    body = read([indicators(row(1, "NPS", "", "54", "51", leading=True), headings=headings)])
    assert said(body) == [("NPS", "54")]


def test_what_is_to_come_is_empty() -> None:
    body = [
        key_figures(fact("", after="services", leading=True)),
        indicators(row(1, "Lancés", "9", leading=True)),
        cards({"name": "Mano", "facts": [], "leading": True}),
    ]
    assert said(read(body)) == [("services", ""), ("Lancés", "")]
    assert all(each.is_empty for each in list_essentials(read(body), 2024))


def card(service: int | None, name: str, *facts: dict[str, Any], **rest: Any) -> dict[str, Any]:
    listed = [item(700 + place, each) for place, each in enumerate(facts)]
    named = {"service": service, "reference_name": name if service else "", "name": name}
    return cards({**named, "facts": listed, **rest})


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        (key_figures(fact("12", after="services", leading=True)), "services", "11"),
        (key_figures(fact("12", after="Services", leading=True)), "  services ", "11"),
        (key_figures(fact("12", after="services en 2024", leading=True)), "services en 2023", "11"),
        (key_figures(fact("12", after="services en 2024", leading=True)), "services en 2024", None),
        (key_figures(fact("12", after="services", leading=True)), "autres services", None),
        (key_figures(fact("12", leading=True)), "", None),
    ],
)
def test_facts_are_found_by_equal_words(now: Any, then: str, expected: str | None) -> None:
    assert before(read([now]), read([key_figures(fact("11", after=then))])) == expected


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        (
            row(9, "Sous un autre nom", "1", "", "6", ref="lances", ref_name="Sous un autre nom"),
            "6",
        ),
        (row(9, "Lancés", "1", "", "6"), "6"),
        (row(9, "Lancés", "1", "", "6", ref="autre"), "6"),
        (row(9, "Autre", "1", "", "6", ref="autre"), None),
        (row(9, "Lancés", "1", "", ""), None),
    ],
)
def test_rows_are_found_by_record_then_by_name(then: Any, expected: str | None) -> None:
    now = row(1, "Lancés", "", "8", ref="lances", ref_name="Lancés", leading=True)
    assert before(read([indicators(now)]), read([indicators(then)])) == expected


def test_cards_are_found_by_record_and_the_same_words() -> None:
    now = read([card(7, "Mano", fact("442", after="lieux"), leading=True)])
    renamed = card(7, "Mano 2", fact("1", after="villes"), fact("300", after="lieux"))
    assert before(now, read([renamed])) == "300"
    assert before(now, read([card(8, "Autre", fact("300", after="lieux"))])) is None
    assert before(now, read([card(7, "Mano", fact("300", after="villes"))])) is None


@pytest.mark.parametrize("ticked", [True, False])
def test_a_tick_is_stored_only_if_it_is_set(ticked: bool) -> None:
    """Documents that were stored before there were ticks keep their bytes."""
    body: Body = [
        key_figures(fact("12", after="services", leading=ticked)),
        indicators(row(1, "Lancés", "9", "8", leading=ticked)),
        card(7, "Mano", fact("442"), leading=ticked),
    ]
    data = dump_document(read(body))
    assert data.count(b'"leading":true') == (3 if ticked else 0)
    assert data.count(b"leading") == (3 if ticked else 0)
    held = json.loads(data)
    assert upgrade_document(held, FRENCH) == read(body)
    assert held["schema"] == 1


def test_a_statement_says_whom_it_is_of() -> None:
    [statement] = list_statements(read([card(7, "Mano", fact("442", after="lieux"))]), 2024)
    assert isinstance(statement, Statement)
    assert (statement.record, statement.subject, statement.words) == (7, "Mano", "lieux")
