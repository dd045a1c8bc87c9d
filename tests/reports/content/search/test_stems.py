"""Words meet as a reader expects, and a stem is nothing but letters and digits."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.core.text.search_words import SearchWord, parse_search
from reports.core.text.stems import split_into_stems, stored_stems, stored_words


def finds(query: str, text: str, language: str = "fr") -> bool:
    """As the database does it: every word, by one of its stems, whole."""
    held = stored_stems(text, language)
    return all(any(f" {stem} " in held for stem in word.stems) for word in parse_search(query))


MEET = [
    ("impacts", "impact"),
    ("impact", "Impacts"),
    ("IMPACT", "l’impact"),
    ("l'impact", "impact"),
    ("déployer", "déployées"),
    ("déployées", "déployer"),
    ("deployees", "déployées"),
    ("deployer", "déployées"),
    ("déploiement", "déployer"),
    ("référence", "références"),
    ("reference", "références"),
    ("références", "reference"),
    ("reference", "référencé"),
    ("référencé", "référence"),
    ("référencer", "référencées"),
    ("evaluee", "évaluée"),
    ("évaluation", "évaluées"),
    ("region", "Régions"),
    ("chomage", "chômage"),
    ("coeur", "cœur"),
    ("œuvres", "oeuvre"),
    ("LES SERVICES NUMÉRIQUES", "service numérique"),
    ("qu’il s'agit d'euros", "il s’agit de 3 euros"),
    ("aujourd'hui", "aujourd’hui"),
    ("jusqu'à l’État", "état"),
    ("mano.beta", "Mano (beta)"),
    ("Strasse", "STRASSE"),
    ("re\u0301gion", "r\u00e9gion"),
]
NUMBERS = [
    ("18 000", "Plus de 18\u202f000 conventions"),
    ("18\u00a0000", "Plus de 18 000"),
    ("18\u2009000", "18000"),
    ("18000", "18\u00a0000"),
    ("3 370 820 €", "3370820 €"),
    ("2,48", "2,48 millions d’euros"),
    ("2.48", "2,48 millions d’euros"),
    ("2,48 million", "2,48 millions d'euros"),
    ("17,4 %", "17,4%"),
    ("80", "+80 %"),
    ("x16", "×16 ou x 16"),
    ("30 K€", "30K€"),
    ("5,6M€", "5,6 millions"),
    ("CO2", "CO₂"),
    ("217", "217¹ services"),
    ("2024", "Bilan 2024 120 services"),
    ("4/5", "4,2/5 puis 4 sur 5"),
]
PART = [
    ("pac", "impact"),
    ("port", "sport transport"),
    ("1", "18 000"),
    ("18", "18 000"),
    ("000", "18 000"),
    ("2,4", "2,48"),
    ("48", "2,48"),
    ("2171", "217¹"),
    ("impact 2023", "impact 2024"),
    ("12345", "12 · 345"),
]


@pytest.mark.parametrize(("query", "text"), MEET + NUMBERS)
def test_they_meet(query: str, text: str) -> None:
    assert parse_search(query)
    assert finds(query, text)


@pytest.mark.parametrize(("query", "text"), PART)
def test_they_do_not_meet(query: str, text: str) -> None:
    assert parse_search(query)
    assert not finds(query, text)


@pytest.mark.parametrize(
    "query", ["", "   ", "de la", "L’", "qu’il est à nous", "%", "_", "'\";--", "\0", "\ud800"]
)
def test_nothing_is_asked(query: str) -> None:
    assert parse_search(query) == []


@pytest.mark.parametrize("word", ["plus", "été", "an", "non", "tous", "région"])
def test_words_that_carry_meaning_are_kept(word: str) -> None:
    assert parse_search(word)


def test_a_word_asked_for_twice_is_one() -> None:
    assert parse_search("Impact, impacts… l’impact !") == [SearchWord(("impact",))]


def test_stems_are_stored_once_between_spaces() -> None:
    assert stored_stems("Impacts de l’impact : 18 000 %") == " impact 18000 "
    assert stored_stems("de la") == ""


def test_words_know_where_they_stand() -> None:
    text = "L’impact : 18 000 agents"
    assert [text[word.start : word.end] for word in split_into_stems(text)] == [
        "impact",
        "18 000",
        "agents",
    ]


@given(st.text())
def test_a_stem_cannot_mean_anything_to_a_database(text: str) -> None:
    for word in parse_search(text):
        for stem in word.stems:
            assert stem
            assert all(c.isalnum() or c == "," for c in stem)
            assert not re.search(r"[%_\\'\" \0]", stem)
            assert not any(unicodedata.combining(c) for c in stem)


@given(st.text())
def test_a_text_finds_itself(text: str) -> None:
    assert finds(text, text)
    assert finds(unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text))


def test_words_are_stored_folded_and_as_printed() -> None:
    stored = stored_words("L’École, l’école de l’Œuvre : 18\u202f000 impacts")
    assert stored == " ecole=école oeuvre=œuvre 18000 impacts "
    assert stored_words("de la") == ""


BEGINNINGS = [
    ("déploye", ["deploye"]),
    ("les bornes dép", ["", "dep"]),
    ("bornes ", [""]),
    ("d", []),
    ("b", [""]),
    ("dé", ["de"]),
    ("impact de", [""]),
    ("ŒU", ["oeu"]),
    ("20", ["20"]),
    ("impact borne impact", ["", "", "impact"]),
]


@pytest.mark.parametrize(("query", "prefixes"), BEGINNINGS)
def test_the_last_word_may_be_cut_short(query: str, prefixes: list[str]) -> None:
    assert [word.prefix for word in parse_search(query, prefix=True)] == prefixes
    assert all(word.prefix == "" for word in parse_search(query))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("agency", "Agencies"),
        ("agencies", "the agency’s staff"),
        ("Published", "publishing"),
        ("running", "runs"),
        ("policy", "policies"),
        ("l’agency", "agencies"),
        ("cafe", "cafés"),
        ("18 000", "18 000 agencies"),
        ("a report", "Reports"),
    ],
)
def test_words_of_an_english_text_meet_as_english_words(query: str, text: str) -> None:
    assert finds(query, text, "en")


def test_english_words_are_not_stemmed_as_french_ones() -> None:
    assert not finds("published", "publishing")
    assert stored_stems("Agencies of the universe", "en") == " agenc of the univers "
    assert stored_stems("États", "de") == stored_stems("États", "es") == stored_stems("États")


def test_a_sign_that_unicode_calls_a_letter_is_no_word() -> None:
    """« i » would find « ℹ️ » otherwise."""
    assert [word.folded for word in split_into_stems("ℹ️ Infos, 3 ℓ ™ №")] == ["infos", "3"]
    assert stored_words("ℹ️ Infos") == " infos "
