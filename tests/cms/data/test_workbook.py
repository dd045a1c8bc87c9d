"""The workbook of a report: numbers are numbers, text is text, and each table has a sheet."""

import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from odfdo import Document

from cms.data.columns import COLUMNS, FORMAT_VERSION
from cms.data.sheets import MAX_NAME_CHARACTERS, name_sheets
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .answers import read_rows

pytestmark = pytest.mark.django_db

ADDRESS = "/bilan/2024/donnees.ods"


def read_sheets(client: Client) -> dict[str, list[list[Any]]]:
    """Return the values of each sheet by its name."""
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "application/vnd.oasis.opendocument.spreadsheet"
    document = Document(io.BytesIO(response.content))
    return {sheet.name: list(sheet.iter_values()) for sheet in document.body.tables}


def test_it_says_what_it_is(client: Client, publish: Any) -> None:
    publish(2024, stored(build.key_figures(("", "35", "services"))), hero_title="Ce que 2024 dit")
    about = read_sheets(client)["Lisez-moi"]
    told = {row[0]: row[1] for row in about if len(row) > 1}
    assert told["Chiffres du bilan"] == "Ce que 2024 dit"
    assert told["Bilan"] == 2024
    assert told["Adresse"] == "http://testserver/bilan/2024/"
    assert told["Format des colonnes"] == FORMAT_VERSION
    assert all(told[column.name] == column.description for column in COLUMNS)


def test_all_figures_are_numbers_exact_to_the_digit(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    head, *rows = read_sheets(client)["Chiffres"]
    lines = read_rows(client.get("/bilan/2024/donnees.csv"))

    assert len(rows) == len(lines) >= 10
    for row, line in zip(rows, lines, strict=True):
        for name, value in zip(head, row, strict=False):
            assert str(value if value is not None else "") == line[name]
        value = row[head.index("valeur")]
        assert value is None or isinstance(value, int | Decimal)
        assert isinstance(row[head.index("texte")], str | None)


def test_each_table_has_a_sheet_as_printed(client: Client, publish: Any) -> None:
    rows = (["Hommes", "12,5"], ["Femmes", "Plus de 18 000"], ["=1+1", "ND"])
    table = build.data_table(("Qui", "Combien"), *rows, caption="Équipes [2024] : qui ?")
    publish(
        2024, stored(build.heading("Partie"), table, build.chart("Phases", ["Construction", "59"]))
    )
    sheets = read_sheets(client)

    assert list(sheets) == ["Lisez-moi", "Chiffres", "Équipes 2024 qui", "Phases"]
    assert sheets["Équipes 2024 qui"] == [
        ["Qui", "Combien"],
        ["Hommes", Decimal("12.5")],
        ["Femmes", "Plus de\xa018\u202f000"],
        ["=1+1", "ND"],
    ]
    assert sheets["Phases"][1] == ["Construction", 59]
    content = zipfile.ZipFile(io.BytesIO(client.get(ADDRESS).content)).read("content.xml")
    assert b"table:formula" not in content


def test_a_budget_has_a_sheet_with_amounts_as_numbers(client: Client, publish: Any) -> None:
    lines = ("Équipe", "1 200 €", "2 ETP"), ("Outils", "", "15,1 ETPT, parmi lesquels 2,5")
    publish(2024, stored(build.heading("L’emploi du budget"), build.budget(*lines)))
    head, team, tools = read_sheets(client)["L’emploi du budget"]

    assert head == ["Poste", "Montant", "Effectif", "Précision"]
    assert team[:3] == ["Équipe", 1200, 2]
    assert [words for words in tools if words] == ["Outils", "15,1 ETPT, parmi lesquels 2,5"]


def test_a_budget_without_staff_has_no_column_of_it(client: Client, publish: Any) -> None:
    publish(2024, stored(build.heading("Le budget"), build.budget(("Digue", "1 200 €", ""))))
    head, dike = read_sheets(client)["Le budget"]
    assert head == ["Poste", "Montant", "Précision"]
    assert dike[:2] == ["Digue", 1200]


@pytest.mark.parametrize(
    ("raw", "value", "style", "shown"),
    [
        ("53 %", "53", "nombre-0-percent", (None, "0", "false", "\u00a0%")),
        ("17,4 %", "17.4", "nombre-1-percent", (None, "1", "false", "\u00a0%")),
        ("2,5 M€", "2500000", "nombre-0-groupe-euro", (None, "0", "true", "\u00a0€")),
        ("+47 %", "47", "nombre-0-signe-percent", ("+", "0", "false", "\u00a0%")),
        ("2024", "2024", "nombre-0", (None, "0", "false", None)),
    ],
)
def test_a_number_shows_its_unit(
    client: Client, publish: Any, raw: str, value: str, style: str, shown: tuple[str | None, ...]
) -> None:
    publish(2024, stored(build.data_table(("Qui", "Combien"), ["Part", raw])))
    document = Document(io.BytesIO(client.get(ADDRESS).content))
    cell = document.body.tables[2].get_cell("B2")
    assert str(cell.value) == value
    assert cell.style == style
    assert document.get_style("table-cell", style)
    content = BeautifulSoup(document.content.serialize(), "xml")
    found = content.find("number-style", {"style:name": f"format-{style}"})
    texts = [each.get_text() for each in found.find_all("text")]
    number = found.find("number")
    assert [text for text in texts if text] == [text for text in (shown[0], shown[3]) if text]
    assert (number["number:decimal-places"], number["number:grouping"]) == shown[1:3]


def test_it_is_the_same_file_each_time(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block)
    assert client.get(ADDRESS).content == client.get(ADDRESS).content


def test_names_of_sheets_are_short_clean_and_unlike_each_other() -> None:
    long = "Répartition des produits accompagnés par phase"
    names = name_sheets(["Lisez-moi", "lisez-moi", long, long, "a/b:c", "'", "\x01"])
    assert names == [
        "Lisez-moi",
        "lisez-moi (2)",
        "Répartition des produits accom…",
        "Répartition des produits a… (2)",
        "a b c",
        "Tableau",
        "Tableau (2)",
    ]
    assert all(len(name) <= MAX_NAME_CHARACTERS for name in names)
