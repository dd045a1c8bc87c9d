"""Captions and lines above a table that state the unit of its numbers."""

import pytest

from reports.figures.locale import Locale
from reports.figures.stated_unit import find_stated_unit

FR, EN = Locale(), Locale("en", "GBP")


@pytest.mark.parametrize(
    ("line", "locale", "unit"),
    [
        ("Comptes (en milliers d’euros)", FR, "milliers d'euros"),
        ("En k€", FR, "k€"),
        ("Montants en M€", FR, "M€"),
        ("Tableau 1 : Aides par domaine, en k€", FR, "k€"),
        ("Les montants sont exprimés en milliers d’euros.", FR, "milliers d'euros"),
        ("Trafic en milliers de tonnes", FR, "milliers"),
        ("Budget 2031 (M€ HT)", FR, "M€"),
        ("Unité : k€", FR, "k€"),
        ("Résultats en millions d’euros, sauf mention contraire", FR, "millions d'euros"),
        ("Part des femmes (en %)", FR, "%"),
        ("Table 1: Income and expenditure (in £ thousand)", EN, "£ thousand"),
        ("All figures in thousands", EN, "thousands"),
        ("Grants by field, £000", EN, "£000"),
        ("Thousand tonnes", EN, "Thousand"),
        ("Profit and loss, in thousands of euros", EN, "thousands of euros"),
        ("Amounts are in £ million unless stated otherwise.", EN, "£ million"),
        ("In millions of pounds", EN, "millions"),
        # These state none.
        ("Effectifs en 2031", FR, ""),
        ("En hausse", FR, ""),
        ("Nombre de services en ligne", FR, ""),
        ("Les 12 M€ versés en 2031", FR, ""),
        ("People in work", EN, ""),
        ("Spending in $ million", EN, ""),
        ("Aides en k€ " + "x" * 400, FR, ""),
    ],
)
def test_a_line_states_the_unit_of_numbers(line: str, locale: Locale, unit: str) -> None:
    assert find_stated_unit(line, locale) == unit
