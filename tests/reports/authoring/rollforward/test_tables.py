"""Each figure of a table is where its year is, or gone."""

from typing import Any

import pytest

from reports.authoring.rollforward.labels import Step
from reports.authoring.rollforward.tables import roll_table
from reports.content.tables import Table
from reports.core.document.block import BLOCKS
from reports.core.document.part import Role
from tests.reports.checks import build

REREAD = {"raw": "+80 %", "read_as": "plus de 80 %", "url": "/stats"}
Grid = list[list[Any]]
NEXT = Step(2024, 2025)


def later(kind: str, *grid: list[Any], step: Step = NEXT) -> Grid:
    part = next(part for part in BLOCKS[kind].parts.values() if part.role is Role.TABLE)
    table = roll_table(Table.from_stored(build.table(grid[0], grid[1:])), part, kind, step)
    return [
        [column.heading for column in table.columns],
        *([cell.stored for cell in row.cells] for row in table.rows),
    ]


def test_results_become_last_year_s_with_their_reading_and_their_link() -> None:
    assert later(
        "indicator_table",
        ["Indicateurs", "Résultats 2023", "Objectifs PLF 2024", "Résultats 2024", "Commentaire"],
        ["Services en ligne", "18", "15", REREAD, "Objectif atteint"],
        ["Sans objet", "N/A", "", "ND", ""],
    ) == [
        ["Indicateurs", "Résultats 2024", "Objectifs PLF 2025", "Résultats 2025", "Commentaire"],
        ["Services en ligne", REREAD, "", "", ""],
        ["Sans objet", "ND", "", "", ""],
    ]


def test_a_charge_in_brackets_is_a_figure_and_a_remark_stays() -> None:
    heads = ["Poste", "Montant", "Remarque"]
    assert later("data_table", heads, ["A", "(1 200)", "(en cours)"]) == [
        heads,
        ["A", "", "(en cours)"],
    ]


def test_what_the_earlier_column_is_called_does_not_matter() -> None:
    heads = ["", "Réalisé 2023", "Cible 2024", "Résultat 2024"]
    assert later("indicator_table", heads, ["A", "1", "2", "3"]) == [
        ["", "Réalisé 2024", "Cible 2025", "Résultat 2025"],
        ["A", "3", "", ""],
    ]


def test_a_window_of_years_slides_and_points_of_reference_stay() -> None:
    heads = ["", "2019", "2022", "2023", "2024", "Cible 2027"]
    assert later("data_table", heads, ["A", "1", "2", "3", "4", "9"]) == [
        ["", "2019", "2023", "2024", "2025", "Cible 2027"],
        ["A", "1", "3", "4", "", "9"],
    ]


def test_a_survey() -> None:
    assert later(
        "data_table",
        ["Sondage", "Moyenne 2024", "Novembre 2024", "Moyenne 2023"],
        ["Réponses", "227", "296", "282"],
    ) == [["Sondage", "Moyenne 2025", "Novembre 2025", "Moyenne 2024"], ["Réponses", "", "", "227"]]


def test_without_years_figures_go_and_names_stay() -> None:
    assert later("data_table", ["Service", "Porteur", "Agents"], ["Mano", "Santé", "12"]) == [
        ["Service", "Porteur", "Agents"],
        ["Mano", "Santé", ""],
    ]


def test_a_history_stays_as_it_is() -> None:
    grid = [["", "2015", "2016"], ["A", "1", "2"]]
    assert later("data_table", *grid) == grid


def test_laureates_are_of_their_year() -> None:
    assert later("funding_table", ["Produit", "Montant 2024"], ["Mano", "1 €"]) == [
        ["Produit", "Montant 2025"]
    ]


@pytest.mark.parametrize(
    ("times", "then"),
    [
        (["2022", "2023", "2024"], ["2022", "2023", "2024", "2025"]),
        (["2024", "2023"], ["2025", "2024", "2023"]),
        (["juin 2024", "déc. 2024"], ["juin 2024", "déc. 2024", "juin 2025", "déc. 2025"]),
        (
            ["janvier 2024", "juin 2024", "janvier 2025"],
            ["janvier 2024", "juin 2024", "janvier 2025", "juin 2025", "janvier 2026"],
        ),
    ],
)
def test_a_series_goes_on(times: list[str], then: list[str]) -> None:
    _, *rows = later("chart", ["Date", "Membres"], *([time, "12"] for time in times))
    assert [row[0] for row in rows] == then
    assert [row[1] for row in rows] == ["12" if row[0] in times else "" for row in rows]


def test_two_years_later_there_is_no_result_of_the_year_before() -> None:
    grid = [["", "Résultats 2023", "Résultats 2024"], ["A", "1", "2"]]
    assert later("indicator_table", *grid, step=Step(2024, 2026)) == [
        ["", "Résultats 2025", "Résultats 2026"],
        ["A", "", ""],
    ]
