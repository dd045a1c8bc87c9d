"""Figures in print, and as their parts are written.

Exact code points: ␣ stands for U+00A0 and _ for U+202F in the expectations.
"""

from decimal import Decimal

import pytest

from reports.core.figures import Figure, Qualifier, State, Unit, compose, parse
from reports.core.figures.grammar import plain


def printed(expectation: str) -> str:
    return expectation.replace("␣", "\u00a0").replace("_", "\u202f")


@pytest.mark.parametrize(
    ("expression", "expectation"),
    [
        ("0", "0"),
        ("999", "999"),
        ("3800", "3_800"),
        ("5589773 €", "5_589_773␣€"),
        ("17,4%", "17,4␣%"),
        ("4.70 %", "4,70␣%"),
        ("1,30€", "1,30␣€"),
        ("1234,5678", "1_234,5678"),
        ("30K€", "30␣k€"),
        ("2 480 k€", "2_480␣k€"),
        ("0,05 k€", "0,05␣k€"),
        ("5,6M€", "5,6␣millions d\u2019euros"),
        ("un million d'euros", "1␣million d\u2019euros"),
        ("0,5 million", "0,5␣million"),
        ("1,9 million", "1,9␣million"),
        ("2 M", "2␣millions"),
        ("3,113 millions", "3,113␣millions"),
        ("1,2 Md€", "1,2␣milliard d\u2019euros"),
        ("30 mille", "30␣mille"),
        ("30 mille jours", "30␣mille␣jours"),
        ("3 millions d'heures", "3␣millions d\u2019heures"),
        ("3 millions de jours", "3␣millions de jours"),
        ("2 millions d'ETP", "2␣millions d\u2019ETP"),
        ("1 jours", "1␣jour"),
        ("1,5 jours", "1,5␣jour"),
        ("0 jour", "0␣jour"),
        ("2 jour", "2␣jours"),
        ("6 mois", "6␣mois"),
        ("2 h", "2␣heures"),
        ("15,1 etpt", "15,1␣ETPT"),
        ("env. 30", "environ␣30"),
        ("> 18 000", "plus de␣18_000"),
        ("≥ 2 ans", "au moins␣2␣ans"),
        ("< 300K€", "moins de␣300␣k€"),
        ("+47%", "+47␣%"),
        ("+0 %", "+0␣%"),
        ("-0 %", "+0␣%"),
        ("-12", "\u221212"),
        ("-1 234,5 pts", "\u22121_234,5␣points"),
        ("x16", "\u00d716"),
        ("x 2,5", "\u00d72,5"),
        ("4,2 / 5", "4,2/5"),
        ("1 sur 3", "1/3"),
        ("4,0/5", "4,0/5"),
        ("de 3 à 1 mois", "de␣3 à␣1␣mois"),
        ("passée de 3 à 1 mois", "passée de␣3 à␣1␣mois"),
        ("Passé de 10 à 20 M€", "Passé de␣10 à␣20␣millions d\u2019euros"),
        ("passe  de 5 à 10 %", "passe de␣5 à␣10␣%"),
        ("10→20 jours", "10 → 20␣jours"),
        ("3 → 1 mois", "de␣3 à␣1␣mois"),
        ("5 à 3 mois", "de␣5 à␣3␣mois"),
        ("entre 5 et 3 mois", "entre␣5 et␣3␣mois"),
        ("de 1 à 0 jour", "de␣1 à␣0␣jour"),
        ("entre 0,5 et 2 jours", "de␣0,5 à␣2,0␣jours"),
        ("1 à 2,25 %", "de␣1 à␣2,25␣%"),
        ("de -100 à 100", "de␣\u2212100 à␣100"),
        ("de 3 à 5 millions", "de␣3 à␣5␣millions"),
        ("de 1 200 à 900 k€", "de␣1_200␣k€ à␣900␣k€"),
        ("de 1 200 à 1 500 €", "de␣1_200 à␣1_500␣€"),
        ("12 (p)", "12␣(provisoire)"),
        ("> 12 % (prov.)", "plus de␣12␣%␣(provisoire)"),
        ("n.a.", "N/A"),
        ("non disponible", "ND"),
        ("  ", ""),
        (" 12 34 ", " 12 34 "),
        # The capital that opens a sentence is kept, in whichever expression was read.
        ("Plus de 18 000", "Plus de␣18_000"),
        ("Plus 400 000", "Plus de␣400_000"),
        ("Un million", "1␣million"),
    ],
)
def test_an_expression_composed_of_its_parts(expression: str, expectation: str) -> None:
    assert compose(parse(expression)) == printed(expectation)


@pytest.mark.parametrize(
    ("expression", "expectation"),
    [
        ("1 975", "1_975"),
        ("2\u2009024", "2_024"),
        ("3800", "3800"),
        ("18000", "18_000"),
        ("3114114 €", "3_114_114␣€"),
        ("0,123456", "0,123456"),
        ("+80 %", "+80␣%"),
        ("+80%", "+80␣%"),
        ("17,4%", "17,4␣%"),
        ("4.70 %", "4.70␣%"),
        ("multiplié par deux", "multiplié par deux"),
        ("x16", "x16"),
        ("× 3", "×␣3"),
        ("5,6M€", "5,6␣M€"),
        ("30K€", "30␣K€"),
        ("un million d'euros", "un million d’euros"),
        ("2,48 millions d'euros", "2,48␣millions d’euros"),
        ("> 18 000", ">␣18_000"),
        ("-12", "−12"),
        ("- 12 %", "−␣12␣%"),
        ("de -100 à 100", "de␣−100 à␣100"),
        ("passé de 3 à 5 %", "passé de␣3 à␣5␣%"),
        ("10→20 jours", "10→20␣jours"),
        ("9 sur 10", "9 sur␣10"),
        ("4,2 / 5", "4,2␣/␣5"),
        ("12 (p)", "12␣(p)"),
        ("n.a.", "n.a."),
        ("Plus 400 000", "Plus␣400_000"),
        ("15 – 20", "15 – 20"),
        ("  300   € ", "300␣€"),
    ],
)
def test_a_figure_is_printed_as_it_was_typed(expression: str, expectation: str) -> None:
    assert parse(expression).text == printed(expectation)


@pytest.mark.parametrize("expression", ["80%", "£1.2m", "CHF 300", "1,234 hours", "- 3.5%"])
def test_an_english_figure_is_printed_as_it_was_typed(expression: str) -> None:
    assert plain(parse(expression, language="en").text) == expression


def test_what_was_typed_is_printed_whatever_it_is_read_as() -> None:
    assert parse("+80 %", "plus de 80 %").text == printed("+80␣%")
    assert parse("Près de la moitié", "environ 50 %").text == "Près de la moitié"


def test_a_figure_made_by_hand_is_printed_too() -> None:
    figure = Figure(
        "", None, Decimal("45.5"), None, None, Unit.PERCENT, Qualifier.EXACT, State.VALUE
    )

    assert compose(figure) == printed("45,5␣%")


def test_a_percentage_has_no_scale() -> None:
    figure = Figure("", None, Decimal(2000), None, Decimal(1000), Unit.PERCENT, state=State.VALUE)

    assert compose(figure) == printed("2_000␣%")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("2024", "2024"),
        ("1 042", "1\u202f042"),
        ("2 024 €", "2\u202f024\u00a0€"),
        ("Plus de 2000", "Plus de\u00a02\u202f000"),
        ("2024,5", "2\u202f024,5"),
        ("2100", "2\u202f100"),
    ],
)
def test_what_may_be_a_year_is_not_grouped(expression, text):
    assert compose(parse(expression)) == text
