"""An indicator in two tables of one report: all of its rows are compared, and none twice."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from cms.frontend.comparison import match_subjects
from cms.frontend.joined_rows import join_rows
from cms.frontend.subjects import Subject
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .page import read, words
from .test_comparison import ADDRESS, subject
from .test_series import figure


def restate(row: Subject, place: str = "#", **figures: str) -> Subject:
    found = {label: figure(text, text) for label, text in figures.items()}
    return replace(row, place=place, restated=found)


def texts(rows: list[Subject]) -> list[tuple[str, dict[str, str], dict[str, str]]]:
    return [
        (
            row.name,
            {label: each["text"] for label, each in row.figures.items()},
            {label: each["text"] for label, each in row.restated.items()},
        )
        for row in rows
    ]


def test_an_older_table_is_joined_to_the_newer_one() -> None:
    older = restate(subject("agents", "Agents"), "#older", Résultat="217", Objectif="220")
    newer = restate(subject("agents", "Agents (1)", Résultat="251"), "#newer", Résultat="216")
    [row] = join_rows([older, newer])

    assert texts([row]) == [
        ("Agents (1)", {"Résultat": "251"}, {"Objectif": "220", "Résultat": "216"})
    ]
    assert row.place == "#newer"
    assert row.restated["Objectif"]["place"] == "#older"


def test_targets_and_results_may_stand_in_two_tables() -> None:
    rows = [
        subject("agents", "Agents", Objectif="230"),
        subject("agents", "Les agents", Résultat="251"),
    ]
    assert texts([*join_rows(rows)]) == [("Agents", {"Résultat": "251", "Objectif": "230"}, {})]


def test_a_row_that_is_printed_twice_is_one() -> None:
    rows = [
        subject("agents", "Agents", Résultat="1251"),
        subject("agents", "Agents", Résultat="1251"),
    ]
    assert len([*join_rows(rows)]) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [subject("a", "Agents", Résultat="251"), subject("a", "Agents", Résultat="252")],
        [subject("a", "Nord", Résultat="251"), subject("a", "Sud", Résultat="251")],
        [subject("", "Total", Résultat="251"), subject("", "Total", Résultat="251")],
        [subject("", "Total", Résultat="251"), subject("", "Total", Objectif="230")],
        [subject("a", "Agents", Résultat="251"), subject("b", "Agents")],
        [subject("", "", Résultat="251"), subject("", "")],
    ],
    ids=["other", "names", "totals", "parts", "records", "unnamed"],
)
def test_rows_of_two_things_stay_apart(rows: list[Subject]) -> None:
    assert [*join_rows(rows)] == rows


def test_a_row_that_may_be_of_two_stays_apart() -> None:
    totals = [subject("", "Total", Résultat="251"), subject("", "Total", Résultat="12")]
    older = restate(subject("", "Total"), Résultat="240")
    assert [*join_rows([older, *totals])] == [*totals, older]


def test_words_of_an_older_table_do_not_stand_before_figures() -> None:
    before = [subject("agents", "Agents", 2023, Résultat="217")]
    older, newer = subject("agents", "Agents"), subject("agents", "Agents", Résultat="251")
    older.figures["Commentaire"] = figure("en hausse", None)
    newer.figures["Commentaire"] = figure("stable", None)
    after = [*join_rows([older, newer])]
    [pair] = match_subjects("Indicateurs", before, after).pairs

    assert [line.difference for line in pair.lines] == ["+34", ""]


@pytest.mark.django_db
@pytest.mark.parametrize("ref", ["agents", ""], ids=["record", "name"])
def test_two_tables_of_one_report(client: Client, publish: Any, ref: str) -> None:
    def table(year: int, *cells: str) -> Any:
        heads = (f"Résultats {year - 1}", f"Objectifs {year}", f"Résultats {year}")
        refs, names = ([ref], ["Agents formés"]) if ref else ([], [])
        row = ("Agents formés", *cells)
        return build.indicators(("Indicateurs", *heads), row, refs=refs, ref_names=names)

    older, newer = table(2023, "154", "220", "217"), table(2024, "217", "230", "251")
    publish(2023, stored(older))
    publish(2024, stored(older, newer))
    page = read(client, ADDRESS)

    assert [
        [words(cell.get_text()) for cell in row.select("th, td")] for row in page.select("tbody tr")
    ] == [
        ["Agents formés"],
        ["Objectif", "220", "230", "+10"],
        ["Résultat", "217", "251", "+34"],
    ]
    assert "Seulement dans" not in page.get_text()
