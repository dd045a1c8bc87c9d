"""One expression in, exact parts out."""

import re
from dataclasses import replace
from decimal import Decimal, localcontext

import pytest

from reports.core.figures import (
    Figure,
    Qualifier,
    State,
    Unit,
    compose,
    from_stored,
    parse,
    parse_in,
)
from reports.core.figures.grammar import plain
from reports.core.figures.locale import Locale
from tests.reports.core.figures.expressions import REPORTS, Printed

EVERY = [
    pytest.param(printed, id=f"{year}:{printed.line}:{printed.raw}")
    for year, report in REPORTS.items()
    for printed in report
]


@pytest.mark.parametrize("printed", EVERY)
def test_an_expression_of_a_real_report_reads_as_it_is_meant(printed: Printed) -> None:
    figure = parse(printed.raw, printed.read_as)

    assert figure == Figure(
        raw=printed.raw,
        read_as=printed.read_as,
        value=printed.value,
        value_to=printed.value_to,
        step=printed.step,
        unit=printed.unit,
        qualifier=printed.qualifier,
        state=printed.state,
    )


@pytest.mark.parametrize("printed", EVERY)
def test_what_is_composed_reads_as_the_same_parts(printed: Printed) -> None:
    figure = parse(printed.raw, printed.read_as)

    assert replace(parse(compose(figure)), raw=figure.raw, read_as=figure.read_as) == figure


@pytest.mark.parametrize("printed", EVERY)
def test_a_figure_of_a_real_report_is_printed_as_typed(printed: Printed) -> None:
    """French sets a space before its signs: « 5,6M€ »."""
    text = parse(printed.raw, printed.read_as).text

    assert plain(text).replace(" ", "") == plain(printed.raw).replace(" ", "")


@pytest.mark.parametrize("year", REPORTS)
def test_each_expression_stands_on_its_line(year: int, lines: list[str]) -> None:
    strays = [
        (printed.line, printed.raw)
        for printed in REPORTS[year]
        if not re.search(
            rf"(?<![\d,.]){re.escape(printed.raw)}(?!\d)", lines[printed.line - 1].replace("*", "")
        )
    ]

    assert strays == []


def number(value: str, **parts: object) -> Figure:
    """A figure to compare with, step 1 unless told; `raw` is filled in by the test."""
    given = {"step": Decimal(1), "state": State.VALUE} | parts
    return Figure("", None, Decimal(value), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        # Zero is a value.
        ("0", number("0")),
        ("0 %", number("0", unit=Unit.PERCENT)),
        ("+0 %", number("0", unit=Unit.PERCENT, qualifier=Qualifier.CHANGE)),
        # Spaces of every kind separate thousands, in groups of three.
        ("12 345", number("12345")),
        ("12\u00a0345", number("12345")),
        ("12\u202f345\u202f678", number("12345678")),
        ("12\u2009345", number("12345")),
        ("  12  ", number("12")),
        ("2024", number("2024")),
        # Decimals: the step is the last digit printed.
        ("1,234", number("1.234", step=Decimal("0.001"))),
        ("4.70", number("4.70", step=Decimal("0.01"))),
        ("0.125", number("0.125", step=Decimal("0.001"))),
        ("1 234,50", number("1234.50", step=Decimal("0.01"))),
        # Scales.
        ("un million", number("1000000", step=Decimal(10**6))),
        ("UN MILLIARD D'EUROS", number("1000000000", step=Decimal(10**9), unit=Unit.EURO)),
        ("30 mille", number("30000", step=Decimal(1000))),
        ("30 k euros", number("30000", step=Decimal(1000), unit=Unit.EURO)),
        ("5 M", number("5000000", step=Decimal(10**6))),
        ("5 m€", number("5000000", step=Decimal(10**6), unit=Unit.EURO)),
        ("1,2 Md€", number("1200000000", step=Decimal(10**8), unit=Unit.EURO)),
        ("2,5 millions dʼeuros", number("2500000", step=Decimal(10**5), unit=Unit.EURO)),
        ("3 millions d’heures", number("3000000", step=Decimal(10**6), unit=Unit.HOUR)),
        ("3 millions de jours", number("3000000", step=Decimal(10**6), unit=Unit.DAY)),
        # Units.
        ("12 pour cent", number("12", unit=Unit.PERCENT)),
        ("3 pts", number("3", unit=Unit.POINT)),
        ("3 points de pourcentage", number("3", unit=Unit.POINT)),
        ("3 points de %", number("3", unit=Unit.POINT)),
        ("11 EUR", number("11", unit=Unit.EURO)),
        ("45 min", number("45", unit=Unit.MINUTE)),
        ("35 h", number("35", unit=Unit.HOUR)),
        ("2 j", number("2", unit=Unit.DAY)),
        ("3 semaines", number("3", unit=Unit.WEEK)),
        ("1 an", number("1", unit=Unit.YEAR)),
        ("10 années", number("10", unit=Unit.YEAR)),
        # Qualifiers.
        ("> 300", number("300", qualifier=Qualifier.MORE_THAN)),
        ("+ de 300", number("300", qualifier=Qualifier.MORE_THAN)),
        ("PLUS DE 300", number("300", qualifier=Qualifier.MORE_THAN)),
        ("≥ 300", number("300", qualifier=Qualifier.AT_LEAST)),
        (">= 300", number("300", qualifier=Qualifier.AT_LEAST)),
        ("au moins 300", number("300", qualifier=Qualifier.AT_LEAST)),
        ("pas moins de 300", number("300", qualifier=Qualifier.AT_LEAST)),
        ("minimum 300", number("300", qualifier=Qualifier.AT_LEAST)),
        ("300 au minimum", number("300", qualifier=Qualifier.AT_LEAST)),
        ("moins de 300", number("300", qualifier=Qualifier.LESS_THAN)),
        ("jusqu'à 300", number("300", qualifier=Qualifier.AT_MOST)),
        ("≤ 300", number("300", qualifier=Qualifier.AT_MOST)),
        ("pas plus de 300", number("300", qualifier=Qualifier.AT_MOST)),
        ("env. 30", number("30", qualifier=Qualifier.ABOUT)),
        ("~30", number("30", qualifier=Qualifier.ABOUT)),
        ("près d’un million", number("1000000", step=Decimal(10**6), qualifier=Qualifier.ABOUT)),
        ("30 environ", number("30", qualifier=Qualifier.ABOUT)),
        ("-3 %", number("-3", unit=Unit.PERCENT, qualifier=Qualifier.CHANGE)),
        ("−12", number("-12", qualifier=Qualifier.CHANGE)),
        ("–12", number("-12", qualifier=Qualifier.CHANGE)),
        ("moins 3 %", number("-3", unit=Unit.PERCENT, qualifier=Qualifier.CHANGE)),
        ("+ 47 %", number("47", unit=Unit.PERCENT, qualifier=Qualifier.CHANGE)),
        ("+18 points", number("18", unit=Unit.POINT, qualifier=Qualifier.CHANGE)),
        ("×16", number("16", qualifier=Qualifier.FACTOR)),
        ("x 2,5", number("2.5", step=Decimal("0.1"), qualifier=Qualifier.FACTOR)),
        ("1 sur 3", number("1", value_to=Decimal(3), qualifier=Qualifier.RATIO)),
        ("3 à 5 %", number("3", value_to=Decimal(5), unit=Unit.PERCENT, qualifier=Qualifier.RANGE)),
        ("de 3 à 5", number("3", value_to=Decimal(5), qualifier=Qualifier.RANGE)),
        ("de 5 à 5", number("5", value_to=Decimal(5), qualifier=Qualifier.RANGE)),
        ("entre 5 et 3", number("5", value_to=Decimal(3), qualifier=Qualifier.RANGE)),
        ("-5 à -3", number("-5", value_to=Decimal(-3), qualifier=Qualifier.RANGE)),
        # Downwards, or where a verb or an arrow says so, two numbers are a passage.
        (
            "de 3 à 1 mois",
            number("3", value_to=Decimal(1), unit=Unit.MONTH, qualifier=Qualifier.FROM_TO),
        ),
        ("5 à 3", number("5", value_to=Decimal(3), qualifier=Qualifier.FROM_TO)),
        ("-3 à -5", number("-3", value_to=Decimal(-5), qualifier=Qualifier.FROM_TO)),
        ("passés de 10 à 20", number("10", value_to=Decimal(20), qualifier=Qualifier.FROM_TO)),
        ("porté de 10 à 20", number("10", value_to=Decimal(20), qualifier=Qualifier.FROM_TO)),
        ("PASSANT DE 3 À 1", number("3", value_to=Decimal(1), qualifier=Qualifier.FROM_TO)),
        ("10 → 20", number("10", value_to=Decimal(20), qualifier=Qualifier.FROM_TO)),
        (
            "20→10 %",
            number("20", value_to=Decimal(10), unit=Unit.PERCENT, qualifier=Qualifier.FROM_TO),
        ),
        (
            "de 3 millions à 500 000",
            number(
                "3000000",
                value_to=Decimal(500000),
                step=Decimal(10**6),
                qualifier=Qualifier.FROM_TO,
            ),
        ),
        # The first end of a range borrows what it leaves out, but not a scale beyond its size.
        (
            "de 3 à 5 millions d’euros",
            number(
                "3000000",
                value_to=Decimal(5000000),
                step=Decimal(10**6),
                unit=Unit.EURO,
                qualifier=Qualifier.RANGE,
            ),
        ),
        (
            "de 500 000 à 3 millions",
            number("500000", value_to=Decimal(3000000), qualifier=Qualifier.RANGE),
        ),
        (
            "de 900 k€ à 1,2 M€",
            number(
                "900000",
                value_to=Decimal(1200000),
                step=Decimal(1000),
                unit=Unit.EURO,
                qualifier=Qualifier.RANGE,
            ),
        ),
        # Provisional values are values.
        ("12 (provisoire)", number("12", state=State.PROVISIONAL)),
        (
            "12,5 % (p)",
            number("12.5", step=Decimal("0.1"), unit=Unit.PERCENT, state=State.PROVISIONAL),
        ),
    ],
)
def test_an_expression_reads_as_its_parts(expression: str, expected: Figure) -> None:
    assert parse(expression) == replace(expected, raw=expression)


@pytest.mark.parametrize("expression", ["N/A", "n/a", "n.a.", "s.o.", "Sans objet"])
def test_not_applicable(expression: str) -> None:
    assert parse(expression) == Figure(expression, state=State.NOT_APPLICABLE)


@pytest.mark.parametrize("expression", ["ND", "nd", "n.d.", "NC", "non communiqué"])
def test_not_available(expression: str) -> None:
    assert parse(expression) == Figure(expression, state=State.NOT_AVAILABLE)


@pytest.mark.parametrize("expression", ["", " ", "\u00a0\u202f", "\n"])
def test_blank_is_empty(expression: str) -> None:
    assert parse(expression) == Figure(expression, state=State.EMPTY)


@pytest.mark.parametrize(
    "expression",
    [
        "442 organisations",  # words belong beside the figure
        "+80 % des services",
        "12 %%",
        "12 34",
        "1 2345",
        "06 12 34 56 78",
        "007",
        "1.234",  # a thousand, or a decimal
        "1.234,5",
        "1,234.5",
        "1,5,7",
        "12/03/2024",
        "2023/2024",
        "2023-2024",
        "de 2023 à 2024",
        "passé de 2023 à 2024",
        "2023 → 2024",
        "augmenté de 10 à 20",  # by that much, or from the one to the other
        "24/7",
        "5-3 %",  # a hyphen also makes dates, scores and telephones
        "12h30",
        "jusqu'à 2024",  # a year
        "jusqu'à 18 h",  # a time of the day
        "de 9 h à 17 h",
        "environ +3 %",
        "de 3 % à 5 mois",
        "de 3 % à 5",
        "3 millions %",
        "5 m",
        "30 km",
        "un",
        "un millionième",
        "-",
        "—",
        "NA",
        "%",
        "12 €€",
        "١٢",
        "12\n345",
        "9" * 81,
    ],
)
def test_what_is_not_one_figure_is_text(expression: str) -> None:
    assert parse(expression) == Figure(expression, state=State.TEXT)


@pytest.mark.parametrize(
    ("language", "expression"),
    [
        *[("fr", each) for each in ("(1 250)", "(0,5)", "(1 250) €", "50 – 249", "3 – 5 jours")],
        *[("fr", each) for each in ("2,5x", "3 ×", "- de 30 jours", "+ d’un million", "€-12")],
        *[("fr", each) for each in ("12 -> 15", "< à 5 jours", "≥ à 3 %")],
        *[("en", each) for each in ("(1,250)", "£(1,250)m", "11 of 14", "11 out of the 14")],
        *[("en", each) for each in ("5 – 10 days", "3x", "£-1,250", "12 -> 15")],
    ],
)
def test_the_second_edition_reads_what_is_text_in_the_first(language: str, expression: str) -> None:
    today = Locale(language)

    assert parse_in(today, expression).state is State.VALUE
    assert parse_in(today._replace(edition=1), expression).state is State.TEXT


def test_the_longest_expression_is_still_read() -> None:
    assert parse("9" * 80).value == Decimal("9" * 80)


def test_values_are_exact_whatever_the_decimal_context() -> None:
    with localcontext(prec=3):
        figure = parse("-98 765,4321 millions d’euros")

        assert figure.value == Decimal("-98765432100")
        assert figure.text == "−98\u202f765,4321\u00a0millions d’euros"
        assert compose(figure) == "−98\u202f765\u202f432,1\u00a0k€"


def test_a_value_is_written_without_exponent() -> None:
    assert str(parse("3 millions").value) == "3000000"
    assert str(parse("3 millions").step) == "1000000"


def test_an_override_that_reads_as_text_makes_words_of_the_expression() -> None:
    figure = parse("2024", "année 2024")

    assert figure == Figure("2024", "année 2024", state=State.TEXT)
    assert figure.text == "2024"


def test_a_blank_override_corrects_nothing() -> None:
    assert parse("12", " ") == parse("12")


def test_the_share_and_the_growth_are_told_apart_by_the_override() -> None:
    assert parse("+80 % des services", "plus de 80 %") == Figure(
        "+80 % des services",
        "plus de 80 %",
        Decimal(80),
        None,
        Decimal(1),
        Unit.PERCENT,
        Qualifier.MORE_THAN,
        State.VALUE,
    )


@pytest.mark.parametrize(
    ("expression", "currency"),
    [
        ("12 €", "EUR"),
        ("30 k€", "EUR"),
        ("2,5 M€", "EUR"),
        ("plus de 3 millions d’euros", "EUR"),
        ("de 3 à 1 M€", "EUR"),
        ("12", None),
        ("12 %", None),
        ("12 $", None),
        ("euros", None),
        ("", None),
    ],
)
def test_the_currency_is_that_of_money_alone(expression: str, currency: str | None) -> None:
    assert parse(expression).currency == currency


def test_reading_twice_gives_the_same_figure() -> None:
    assert parse("12 %") is parse("12 %")


def test_the_cache_keeps_marked_strings_apart() -> None:
    class Safe(str):
        """Stands for a string that a template would not escape."""

    parse(Safe("<b>12</b>"))

    assert type(parse("<b>12</b>").raw) is str


@pytest.mark.parametrize(
    ("stored", "figure"),
    [
        (None, Figure("", state=State.EMPTY)),
        ("", Figure("", state=State.EMPTY)),
        ("12 %", parse("12 %")),
        ({"raw": "12 %"}, parse("12 %")),
        ({"raw": "12 %", "read_as": None}, parse("12 %")),
        ({"raw": "+80 %", "read_as": "plus de 80 %"}, parse("+80 %", "plus de 80 %")),
        (12, Figure("12")),
        (0, Figure("0")),
        (True, Figure("True")),
        (["12 %"], Figure("['12 %']")),
        ({"read_as": "12"}, Figure("{'read_as': '12'}")),
        ({"raw": 12}, Figure("{'raw': 12}")),
        ({"raw": "12", "read_as": 12}, Figure("{'raw': '12', 'read_as': 12}")),
        ({"raw": "12", "note": "x"}, Figure("{'raw': '12', 'note': 'x'}")),
    ],
)
def test_a_stored_form_never_raises_and_loses_nothing(stored: object, figure: Figure) -> None:
    assert from_stored(stored) == figure


def test_the_stored_form_is_plain_text_unless_overridden() -> None:
    assert parse(" 12 % ").stored == " 12 % "
    assert parse("+80 %", "plus de 80 %").stored == {"raw": "+80 %", "read_as": "plus de 80 %"}
