"""Tables as readers compare their figures: to the right, decimals below decimals."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cms.frontend.tables import align_cells
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .page import read


def cell(text: str, state: str = "VALUE") -> dict[str, Any]:
    return {"text": text, "figure": {"text": text, "state": state}}


def pad(*texts: str) -> list[tuple[str, str, str] | None]:
    """The number, the unit and the padding of each cell that is padded."""
    cells = [cell(text) for text in texts]
    assert align_cells(cells)
    return [
        (each["number"], each["unit"], each["padding"]) if "padding" in each else None
        for each in cells
    ]


@pytest.mark.parametrize(
    ("texts", "padded"),
    [
        (("18", "15"), [None, None]),
        (("45,5", "36", "1\u202f200"), [None, ("36", "", ",5"), ("1\u202f200", "", ",5")]),
        (("2,48", "0,9"), [None, ("0,9", "", "8")]),
        (("53\u00a0%", "17,4\u00a0%"), [("53", "\u00a0%", ",4"), None]),
        (("+12", "−3,5"), [("+12", "", ",5"), None]),
        (("53\u00a0%", "17,4"), [None, None]),  # two units: their decimals compare nothing
    ],
)
def test_decimals_stand_below_each_other(texts: tuple[str, ...], padded: list[Any]) -> None:
    assert pad(*texts) == padded


@pytest.mark.parametrize(
    "texts",
    [("4,2/5", "3,1/5"), ("de 18 à 25 ans",), ("18 services dans 7 ministères sur 15",)],
)
def test_what_is_no_single_number_stays_left(texts: tuple[str, ...]) -> None:
    assert not align_cells([cell(text) for text in texts])


def test_words_keep_a_column_left_and_holes_do_not() -> None:
    assert not align_cells([cell("12"), cell("Très bonne", "TEXT")])
    assert not align_cells([cell("", "EMPTY")])
    column = [cell("12"), cell("N/A", "NOT_APPLICABLE"), cell("", "EMPTY")]
    assert align_cells(column)
    assert all(each["isNumeric"] for each in column)


@pytest.fixture
def page(client: Client, db: None, publish: Any) -> BeautifulSoup:
    rows = ["Satisfaction", "45,5", "Bonne"], ["Réponses", "36", "Très bonne"]
    body = [build.heading("Sondage"), build.data_table(["", "2024", "Avis"], *rows)]
    publish(2024, stored(*body))
    return read(client, "/bilan/2024/")


def test_a_page_sets_figures_right_and_words_left(page: BeautifulSoup) -> None:
    heads = [head.get("class") for head in page.select("table thead th")]
    assert heads == [None, ["bilan-figures-cell"], None]
    cells = page.select("table tbody td")
    assert [each.get("class") for each in cells] == [["bilan-figures-cell"], None] * 2
    short = cells[2].select_one("[data-padding]")
    assert short is not None
    assert (short.get_text(), short["data-padding"]) == ("36", ",5")
    assert not cells[0].select("[data-padding]")


def test_headings_and_tables_have_a_link_to_themselves(page: BeautifulSoup) -> None:
    links = page.select("main .bilan-anchor")
    assert [link.get_text() for link in links] == [
        "#Lien vers «\u202fSondage\u202f»",
        "#Lien vers «\u202fEnquête\u202f»",
    ]
    assert all(page.find(id=str(link["href"])[1:]) for link in links)


def test_a_wide_table_says_that_it_scrolls(client: Client, publish: Any, db: None) -> None:
    publish(2024, stored(build.data_table(["", "2024"], ["Réponses", "36"])))
    assert not read(client, "/bilan/2024/").select(".bilan-hint")
    publish(2023, stored(build.data_table(["", "2022", "2023"], ["Réponses", "36", "40"])))
    assert read(client, "/bilan/2023/").select(".bilan-hint")


@pytest.mark.parametrize(
    ("staff", "heads"),
    [("", ["Poste", "Montant"]), ("2 ETP", ["Poste", "Montant", "Effectif"])],
)
def test_a_budget_has_a_column_of_staff_where_it_has_some(
    client: Client, publish: Any, db: None, staff: str, heads: list[str]
) -> None:
    publish(2024, stored(build.budget(("Digue", "1 200 €", ""), ("Phare", "300 €", staff))))
    page = read(client, "/bilan/2024/")
    assert [head.get_text() for head in page.select("main thead th")] == heads
    assert [len(row.select("th, td")) for row in page.select("main tbody tr")] == [len(heads)] * 2
