"""The language of a file that says none: its words, where they leave no doubt."""

from pathlib import Path
from typing import Any

import pytest

from reports.core.figures.locale import UNKNOWN, use_locale
from reports.exchange.importing.currency import find_currency
from reports.exchange.importing.language import find_language
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.report_fields import read_locale
from reports.exchange.importing.request import Request
from reports.exchange.importing.source import Source

FRENCH = (
    "Cette année, nous avons ouvert les deux bains avec l’aide des voisins. Elle est la première "
    "depuis la crue, et nos équipes ont été sur le pont pour chaque bassin. Les bénévoles sont "
    "venus dans la nuit, avec leurs pelles. "
)
ENGLISH = (
    "This year we have opened the two baths with help from our neighbours. It was the first since "
    "the flood, and they were there for each pool that had to be emptied. The volunteers have been "
    "with us by night. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (FRENCH + "Le bassin contient 1,256 million de litres.", "fr"),
        (ENGLISH + "It holds 1,256 litres.", "en"),
        ("Les bains sont ouverts.", ""),  # too few words
        (FRENCH + ENGLISH, ""),
        (ENGLISH + "**Bains de la Mer**, [the baths](/les-bains-de-nos-voisins).", "en"),
        (FRENCH + "Il contient 133,000 litres.", ""),  # a number against the words
        (FRENCH + "Il contient 1,331,210 litres.", ""),
        (FRENCH + "Il contient 12,345.60 litres.", ""),
        (ENGLISH + "It costs 3,5 millions.", ""),
        (ENGLISH + "It costs 12 345,60.", ""),
        (FRENCH + "Le bassin a 12 lignes de 12,5 mètres.", "fr"),
        ("Wir sind mit den Bädern zufrieden und die Gäste nicht von gestern. " * 4, ""),
        ("Los baños y la piscina son para las familias, con más agua del mar. " * 4, ""),
    ],
)
def test_the_words_of_a_text_tell_its_language(text, language):
    assert find_language(text) == language


TABLE = """Statement for the year ended 31 March 2032

| | 2031 | 2032 |
|---|---|---|
| Income | 1,234.5 | 1,301.0 |
| Expenditure | 1,180.2 | 1,250,000 |
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TABLE, "en"),
        (TABLE.replace("Statement for the year ended 31 March 2032", ""), ""),  # two words
        (TABLE.replace(",", " ").replace(".", ","), ""),  # numbers of no English
        (TABLE + "\nSoit 1 234,5 en tout.", ""),
        (TABLE + "\nLes comptes sont dans l’annexe.", ""),
        (TABLE.replace("1,234.5 | 1,301.0", "1,234 | 1,301").replace("1,180.2 | ", ""), ""),
        ("Recettes 1,234.5 et 1,301.0 en 2032", ""),
        ("Die Ausgaben der year ended income: 1,234.5 und 1,301.0", ""),
    ],
)
def test_tables_tell_that_a_report_of_few_words_is_english(text: str, language: str) -> None:
    assert find_language(text) == language


def test_a_title_is_among_the_words():
    table = TABLE.replace("Statement for the year ended 31 March 2032", "")
    assert "language" not in read(table, {"title": "Bilan 2032"}).front
    assert read(table, {"title": "Annual report for 2032"}).front["language"] == "en"


def read(text: str, front: dict[str, Any] | None = None, language: str | None = None) -> Source:
    source = Source("bilan.md", text, 1, front or {}, "")
    assert read_locale(source, Request(Path("bilan.md"), language=language))
    return source


def test_what_is_said_is_not_guessed():
    assert read(ENGLISH).front == {"language": "en"}
    assert list(map(str, read(ENGLISH).notices)) == [
        "langue du fichier : anglais, d’après ses mots."
    ]
    assert read(FRENCH).front == {"language": "fr"}
    assert read(FRENCH).notices == []
    assert read(ENGLISH, {"language": "fr"}).front == {"language": "fr"}
    assert read(ENGLISH, language="de").front == {"language": "de"}
    assert read("Bains").front == {}


def test_where_words_leave_doubts_a_number_is_words_and_a_notice():
    source = Source("bilan.md", "| A | B |\n|---|---|\n| x | 1,256 |", 1, {}, "")
    locale = read_locale(source, Request(Path("bilan.md")))
    assert locale.language == UNKNOWN

    with use_locale(locale):
        found = recognise(source, None)
    assert not found.drafts[0].value["table"].rows[0].cells[1].figure.is_number
    assert "--language" in str(found.notices[0])


@pytest.mark.parametrize(
    ("text", "region", "currency"),
    [
        ("£12, £3.4m and £500", "", "GBP"),
        ("$12, $3.4m and $500 (USD)", "", "USD"),
        ("$12, $3.4m and $500", "us", "USD"),
        ("$12, $3.4m and $500", "", ""),  # of which country?
        ("$12, $3.4m and $500 (USD), €3", "", ""),
        ("$12, $3.4m and $500, some in CAD (USD too)", "", ""),
        ("£12, £3.4m, £500 and $5", "", ""),
        ("£12", "", ""),
        ("twelve", "us", ""),
    ],
)
def test_amounts_say_the_currency(text: str, region: str, currency: str) -> None:
    assert find_currency(text, region) == currency


def test_a_currency_is_told_of_english_reports_alone() -> None:
    amounts = "They cost £12, £3.4m and £500."
    found = read(ENGLISH + amounts, {"language": "en"})
    assert found.front["currency"] == "GBP"
    assert "livre sterling" in str(found.notices[0])
    assert "currency" not in read(FRENCH + amounts).front
    assert read(ENGLISH + amounts, {"currency": "CHF"}).front["currency"] == "CHF"
    assert read(ENGLISH + amounts.replace("£", "$"), {"lang": "en-US"}).front["currency"] == "USD"
