"""Abbreviations and the words that spell them out."""

import pytest

from reports.core.text.abbreviations import is_spelled_out


@pytest.mark.parametrize(
    ("abbreviation", "words"),
    [
        ("DRC", "Direction du réseau et de la coopération"),
        ("DIRÉE", "direction internationale du réseau des élus"),
        ("CPL", "Charte pour la lʼeau"),
        ("ÉTAL", "Établissement d’accueil des lecteurs"),
        ("R&D", "Recherche et développement"),
        ("CO-ACT", "Construire avec le citoyen : actions"),
    ],
)
def test_words_that_spell_an_abbreviation_out(abbreviation: str, words: str) -> None:
    assert is_spelled_out(abbreviation, words)


@pytest.mark.parametrize(
    ("abbreviation", "words"),
    [
        ("DRC", "Direction du réseau"),
        ("DRC", "Réseau de la coopération et direction"),
        ("PLF", "Projet"),
        ("AB", "Dans le cabinet"),
        ("DRC", ""),
        ("", "Direction"),
        ("?", "Direction"),
    ],
)
def test_words_that_do_not(abbreviation: str, words: str) -> None:
    assert not is_spelled_out(abbreviation, words)


def test_long_texts_are_read_as_far_as_an_abbreviation_can_reach() -> None:
    assert not is_spelled_out("AB", "a " * 100_000 + "b")
