"""Heads of columns that state the unit of the numbers below."""

from decimal import Decimal

import pytest

from reports.core.document.table import Cell, Column, Row, Table
from reports.core.figures import State, Unit, parse
from reports.core.figures.column_unit import read_column_unit
from reports.core.figures.locale import Locale

EURO, POUND = Unit.EURO, Unit.POUND_STERLING


@pytest.mark.parametrize(
    ("heading", "unit", "power"),
    [
        ("Montant (€)", EURO, 0),
        ("Montant (k€)", EURO, 3),
        ("Budget 2024 (en M€)", EURO, 6),
        ("en k€", EURO, 3),
        ("Montant en millions d’euros", EURO, 6),
        ("Montant (€) HT", EURO, 0),
        ("€", EURO, 0),
        ("%", Unit.PERCENT, 0),
        ("(en %)", Unit.PERCENT, 0),
        ("Délai (jours)", Unit.DAY, 0),
        ("Effectifs (ETP)", Unit.FTE, 0),
        ("ETP", Unit.FTE, 0),
        ("ETP 2031", Unit.FTE, 0),
        ("ETPT 2031", Unit.FTE_WORKED, 0),
        ("Effectifs ETP 2031", Unit.FTE, 0),
        ("Nombre d’ETP", Unit.FTE, 0),
        ("Visites (milliers)", None, 3),
        ("Objets (000)", None, 3),
        ("Objets (en millions)", None, 6),
        ("M€ 2031", EURO, 6),
        ("2031 %", Unit.PERCENT, 0),
        ("2031 en k€", EURO, 3),
        ("2031 – k€", EURO, 3),
        ("ETP – 2031", Unit.FTE, 0),
        ("Eau (milliers de m³)", None, 3),
        ("Eau, en millions de litres", None, 6),
        ("Absences (jours par agent)", Unit.DAY, 0),
        ("Aides – 2031 – %", Unit.PERCENT, 0),
        ("Part %", Unit.PERCENT, 0),
        ("% du total", Unit.PERCENT, 0),
        ("Pourcentage", Unit.PERCENT, 0),
        ("Part (en pourcentage)", Unit.PERCENT, 0),
    ],
)
def test_a_french_head_states_a_unit(heading: str, unit: Unit | None, power: int) -> None:
    found = read_column_unit(heading, Locale())

    assert found is not None
    assert (found.unit, found.power) == (unit, power)


@pytest.mark.parametrize(
    ("heading", "unit", "power"),
    [
        ("in £m", POUND, 6),
        ("Amount (£m)", POUND, 6),
        ("Income (£'000)", POUND, 3),
        ("£000", POUND, 3),
        ("£m 2031", POUND, 6),
        ("2031/32 £m", POUND, 6),
        ("Total 2031 £000", POUND, 3),
        ("Restricted funds £'000", POUND, 3),
        ("Cost, in US$ million", Unit.US_DOLLAR, 6),
        ("Share (%)", Unit.PERCENT, 0),
        ("FTE 2031/32", Unit.FTE, 0),
        ("Staff (FTE) 2031", Unit.FTE, 0),
        ("Number of FTE", Unit.FTE, 0),
        ("Visits, in thousands", None, 3),
        ("Objects (000s)", None, 3),
        ("Objects (’000)", None, 3),
        ("Objects (’000s)", None, 3),
        ("Objects, 000s", None, 3),
        ("Income (£000s)", POUND, 3),
        ("Income (£, thousands)", POUND, 3),
        ("Objects (thousands)", None, 3),
        ("FY2032 (million lbs)", None, 6),
        ("Water (thousand m³)", None, 3),
        ("Gas (thousand tonnes CO2e)", None, 3),
        ("FTE – FY32", Unit.FTE, 0),
        ("Absence (days per person)", Unit.DAY, 0),
        ("Objects (in millions)", None, 6),
        ("Income (£ in thousands)", POUND, 3),
        ("Income (millions of pounds)", POUND, 6),
    ],
)
def test_an_english_head_states_a_unit(heading: str, unit: Unit | None, power: int) -> None:
    found = read_column_unit(heading, Locale("en", "GBP"))

    assert found is not None
    assert (found.unit, found.power) == (unit, power)


@pytest.mark.parametrize(
    "heading",
    [
        *("", "Résultats 2024", "Année", "Mois", "Hommes (M)", "Nombre (k)", "Coût (€/an)"),
        *("Coût (millions de dollars)", "Millions de litres", "Coût (€ par an)"),
        *("Coût par ETP", "ETP et vacataires", "Agents"),
        *("Jobs per £000", "Emplois par €000", "Plus de 1€000", "$000"),
        *("000", "Objets 000", "Milliers de dollars", "Coût ($ en milliers)"),
        *("Montant ($)", "en 2024", "en moyenne", "Objectif (note 3)", "x" * 500),
    ],
)
def test_other_heads_state_none(heading: str) -> None:
    assert read_column_unit(heading, Locale()) is None


def test_a_dollar_in_a_head_is_that_of_the_report() -> None:
    assert read_column_unit("Amount ($m)", Locale("en", "GBP")) is None
    assert read_column_unit("Amount ($m)", Locale("en", "USD")) is not None


def build(heading: str, *cells: str) -> Table:
    rows = tuple(Row((Cell("Nom"), Cell(cell))) for cell in cells)
    return Table((Column("Nom"), Column(heading)), rows)


def test_a_sum_over_the_column_agrees_with_the_total_in_euros() -> None:
    table = build("Montant (M€)", "1,2", "0,35", "12", "13,55")
    values = [row.cells[1].figure.value for row in table]

    assert sum(values[:-1], Decimal(0)) == values[-1]
    assert values[-1] == parse("13 550 000 €").value
    assert {row.cells[1].figure.unit for row in table} == {EURO}


def test_a_cell_is_printed_as_it_stands_and_stored_as_typed() -> None:
    table = build("Montant (k€)", "1200", "Plus de 3,5")
    first, second = (row.cells[1].figure for row in table)

    assert (first.raw, first.text, first.value) == ("1200", "1200", 1_200_000)
    assert (second.text, second.step) == ("Plus de\u00a03,5", 100)
    assert second.away_from_column.text == "Plus de\u00a03,5\u00a0k€"
    assert table.stored["rows"][0]["cells"] == ["Nom", "1200"]


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("12 %", 12, Unit.PERCENT),  # its own unit
        ("3 millions", 3_000_000, None),  # its own scale
        ("4/5", 4, None),
        ("x3", 3, None),
        ("+2", 2000, EURO),
        ("3 à 5", 3000, EURO),
        ("2024", 2_024_000, EURO),
    ],
)
def test_a_cell_that_says_more_keeps_it(cell: str, value: int, unit: Unit | None) -> None:
    figure = build("Montant (k€)", cell).rows[0].cells[1].figure

    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize("cell", ["ND", "mots", ""])
def test_words_stay_words(cell: str) -> None:
    figure = build("Montant (k€)", cell).rows[0].cells[1].figure

    assert figure.value is None
    assert figure.state is not State.VALUE


def test_years_are_no_durations() -> None:
    assert build("Début (année)", "2021").rows[0].cells[1].figure.unit is None


def test_a_head_that_changes_takes_its_unit_away() -> None:
    table = build("Montant (k€)", "12")
    plain = Table((Column("Nom"), Column("Montant")), table.rows)

    assert plain.rows[0].cells[1].figure.value == 12
