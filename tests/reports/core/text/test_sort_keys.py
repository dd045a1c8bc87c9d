"""Sort keys put names in French order."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.core.text.sort_keys import MAX_HEX_DIGITS, build_sort_key

IN_ORDER = [
    "!!",
    "2 écoles",
    "« 10 écoles »",
    "À propos",
    "Aidants Connect",
    "beta.gouv.fr",
    "cote",
    "coté",
    "côte",
    "côté",
    "« Démarches »",
    "démarches simplifiées",
    "Dossier",
    "Eau",
    "Écologie",
    "EMPLOI",
    "L’été",
    "Lettre",
    "Œuvre",
    "OFB",
    "Vague 9",
    "Vague 010",
    "Vague 11",
    "vague bleue",
    "Δέλτα",
]


def test_names_are_in_french_order() -> None:
    for before, after in itertools.pairwise(IN_ORDER):
        assert build_sort_key(before) < build_sort_key(after), (before, after)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("« Démarches »", "démarches"),
        ("Cœur", "COEUR"),
        ("re\u0301gion", "r\u00e9gion"),
        ("Aidants-Connect", "aidants   connect !"),
    ],
)
def test_case_and_punctuation_decide_nothing(one: str, other: str) -> None:
    assert build_sort_key(one) == build_sort_key(other)


@given(st.text(max_size=255))
def test_a_key_is_bounded_and_hexadecimal(name: str) -> None:
    key = build_sort_key(name)
    assert len(key) <= MAX_HEX_DIGITS
    assert set(key) <= set("0123456789abcdef")
