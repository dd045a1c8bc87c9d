"""Captions and lines above a table that state the unit of its numbers."""

import pytest

from reports.core.figures.locale import Locale
from reports.core.figures.stated_unit import find_stated_unit, find_unknown_unit

FR, EN, US = Locale(), Locale("en", "GBP"), Locale("en", "USD")


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
        ("In millions of pounds", EN, "millions of pounds"),
        ("Income (£ in millions)", EN, "£ millions"),
        ("Costs (€ in thousands)", EN, "€ thousands"),
        ("Recettes (€, en milliers)", FR, "€ milliers"),
        ("Expenses ($ in thousands)", US, "$ thousands"),
        ("Expenses (in $ thousands)", US, "$ thousands"),
        ("Expenses, $ in thousands", US, "$ thousands"),
        ("Expenses (in thousands of dollars)", US, "thousands of dollars"),
        ("Amounts in $000", US, "$000"),
        ("Expenses (in $000s)", US, "$000s"),
        ("Expenses (dollars in thousands)", US, "thousands of dollars"),
        ("Expenses, in thousands ($)", US, "$ thousands"),
        ("Expenses (in thousands, USD)", EN, "USD thousands"),
        ("Expenses ($, thousands)", US, "$ thousands"),
        ("Expenses (in millions of U.S. dollars)", EN, "millions of US dollars"),
        ("In thousands, except per share", EN, "thousands"),
        ("(in thousands, except per share)", EN, "thousands"),
        ("En milliers de $", FR._replace(currency="USD"), "milliers de $"),
        ("Visits (000s)", EN, "000s"),
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


@pytest.mark.parametrize(
    ("line", "locale", "unit"),
    [
        ("Expenses ($ in thousands)", EN, "$ thousands"),
        ("Spending in $ million", EN, "$ million"),
        ("Montants en $000", FR, "$000"),
        ("Expenses (in thousands of dollars)", EN, "thousands of dollars"),
        ("En milliers de $", FR, "milliers de $"),
        ("In millions of pounds", US, "millions of pounds"),
        ("En millions de francs", FR, "millions de francs"),
        # These state none, or one that everybody knows.
        ("Amounts in $000", US, ""),
        ("Trafic en milliers de tonnes", FR, ""),
        ("Income (in £ million)", US, ""),
        ("A $5 million grant in 2031", EN, ""),
    ],
)
def test_nobody_can_tell_whose_money_it_is(line: str, locale: Locale, unit: str) -> None:
    assert find_unknown_unit(line, locale) == unit
    assert not unit or not find_stated_unit(line, locale)
