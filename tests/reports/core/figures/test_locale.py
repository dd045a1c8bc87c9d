"""Figures are read and printed in the language and the currency of their report."""

import pytest

from reports.core.figures import Figure, State, Unit, compose, find_unread, parse, respelt, split
from reports.core.figures.locale import UNKNOWN, Locale, current_locale, use_locale

ENGLISH = Locale("en", "GBP")


def test_a_number_is_read_in_its_language() -> None:
    assert str(parse("133,000", language="fr").value) == "133.000"
    assert str(parse("133,000", language="en").value) == "133000"
    assert parse("133,000", language=UNKNOWN).state is State.TEXT
    assert str(parse("133 000", language=UNKNOWN).value) == "133000"


def test_a_variant_of_english_is_english() -> None:
    assert str(parse("1,234.5", language="en-GB").value) == "1234.5"


def test_other_languages_are_read_as_french() -> None:
    assert str(parse("1 234,5", language="de").value) == "1234.5"


def test_a_figure_keeps_its_language() -> None:
    with use_locale(ENGLISH):
        figure = parse("£1.2m")

    assert figure.locale == ENGLISH
    assert figure.text == "£1.2m"
    assert compose(figure) == "£1.2\u00a0million"
    assert current_locale() == Locale("fr", "EUR")


def test_the_same_expression_is_two_figures_in_two_languages() -> None:
    french, english = parse("1,234"), parse("1,234", language="en")

    assert french != english
    assert (french.text, english.text) == ("1,234", "1,234")
    assert (str(french.value), str(english.value)) == ("1.234", "1234")


def test_what_cannot_be_read_keeps_its_language_too() -> None:
    with use_locale(ENGLISH):
        assert parse("some words") == Figure("some words", locale=ENGLISH)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("expression", ["$5", "5 $", "$5 million", "plus de 5 $", "over $5"])
def test_a_lone_dollar_is_money_in_reports_in_dollars_alone(expression: str, language: str) -> None:
    assert parse(expression, language=language, currency="EUR").state is State.TEXT
    assert parse(expression, language=language, currency="GBP").state is State.TEXT
    if not expression.startswith(("plus", "over")):
        figure = parse(expression, language=language, currency="USD")
        assert (figure.unit, figure.currency) == (Unit.US_DOLLAR, "USD")
    with use_locale(Locale(language, "EUR")):
        assert split(f"soit {expression} de plus").expression == ""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("expression", "currency"), [("£5", "GBP"), ("CHF 5", "CHF"), ("US$5", "USD"), ("5 €", "EUR")]
)
def test_other_signs_say_which_money(expression: str, currency: str, language: str) -> None:
    figure = parse(expression, language=language, currency="EUR")

    assert (str(figure.value), figure.currency) == ("5", currency)


def test_what_is_meant_in_another_notation_is_said_in_the_language() -> None:
    assert respelt("1,234.5") == ["1 234,5"]
    with use_locale(ENGLISH):
        assert respelt("1.234,5") == ["1,234.5"]
    with use_locale(Locale(UNKNOWN)):
        assert respelt("133,000") == ["133 000"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("12 h 30 de cours et 45 agents", " de cours et 45 agents"),
        ("un ménage sur 2, soit 300 foyers", " soit 300 foyers"),
        ("entre 3 mois et 3,5 ans pour 12 agents", " pour 12 agents"),
        ("de 12 jours à 2 410 agents", " agents"),
        ("12 agents", "12 agents"),
        ("rien", "rien"),
        ("", ""),
    ],
)
def test_after_a_number_that_is_only_a_part_the_words_go_on(text: str, rest: str) -> None:
    assert split(text).expression in ("", "12")
    assert text[find_unread(text) :] == rest


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Membership grew 12% to 2,410.", "12%", "2,410"),
        ("Spend fell 3.7% to £102.9 million.", "3.7%", "£102.9 million"),
        ("Sales were up 11 points to 68% in May.", "up 11 points", "68%"),
        ("Visits rose 5% to 1.2 million.", "5%", "1.2 million"),
        ("We have 8% to 10% of it.", "8% to 10%", ""),
        ("Membership grew by 340 to 2,410.", "", ""),
    ],
)
def test_a_growth_and_its_level_are_two_figures(text: str, first: str, second: str) -> None:
    with use_locale(ENGLISH):
        phrase = split(text)
        assert (phrase.expression, split(phrase.after).expression) == (first, second)
