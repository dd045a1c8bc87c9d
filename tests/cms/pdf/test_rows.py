"""Where tables break over pages: between rows, and within a row that no page could hold."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Pdf

from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .structure import Element, read_structure

Make = Callable[..., bytes]

COLUMNS = [2, 12]
SOME = "Des mots qui prennent quelques lignes. "


def list_rows(data: bytes) -> list[Element]:
    return [row for table in read_structure(data).find("Table") for row in table.find("TR")]


@pytest.mark.parametrize("columns", COLUMNS)
def test_a_row_stays_on_one_page(make: Make, publish: Any, columns: int) -> None:
    heads = ["Nom", *(f"Colonne {number}" for number in range(1, columns))]
    words = SOME * (12 // columns)
    lines = [[f"Ligne {number}", *[words] * (columns - 1)] for number in range(40)]
    rows = list_rows(make(publish(2024, stored(build.data_table(heads, *lines)))))

    body = [row for row in rows if "Ligne" in row.text]
    assert len(body) == 40
    assert all(len(row.pages) == 1 for row in body)
    assert len(set.union(*(row.pages for row in body))) > 2


@pytest.mark.parametrize("columns", COLUMNS)
def test_a_row_that_no_page_could_hold_is_not_cut(make: Make, publish: Any, columns: int) -> None:
    heads = ["Nom", *(f"Colonne {number}" for number in range(1, columns))]
    line = ["Ligne", SOME * 300, *["1"] * (columns - 2)]
    data = make(publish(2024, stored(build.data_table(heads, line))))

    (row,) = [row for row in list_rows(data) if "Ligne" in row.text]
    assert row.text.count("quelques") == 300
    assert len(row.pages) >= 2
    assert len(Pdf.open(io.BytesIO(data)).pages) >= 4


@pytest.mark.parametrize("staff", ["", "2 ETP"])
def test_a_budget_has_a_column_of_staff_where_it_has_some(
    make: Make, publish: Any, staff: str
) -> None:
    budget = build.budget(("Digue", "1 200 €", ""), ("Phare", "300 €", staff))
    rows = list_rows(make(publish(2024, stored(budget))))
    assert ("Effectif" in rows[0].text) is bool(staff)
    assert "Phare" in rows[-1].text


def test_a_caption_stands_on_the_page_on_which_its_table_begins(make: Make, publish: Any) -> None:
    blocks = []
    for number in range(24):
        rows = [[f"Ligne {row}", SOME * 4] for row in range(4)]
        table = build.data_table(["Nom", "Mots"], *rows, caption=f"Tableau {number}")
        blocks += [build.prose(*["Un paragraphe."] * (number % 7)), table]
    structure = read_structure(make(publish(2024, stored(*blocks))))

    captions = [min(each.pages) for each in structure.find("Caption")]
    tables = [min(each.pages) for each in structure.find("Table")]
    assert len(captions) == len(tables) == 24
    assert captions == tables
    assert len(set(captions)) > 5
