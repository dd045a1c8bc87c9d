"""What messages quote of a sentence."""

import pytest

from reports.core.comparison.quoting import split_quoted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("en 2024 8 412 dossiers", ["en", "2024", "8 412", "dossiers"]),
        ("1\u202f240\u202f300 €, soit", ["1\u202f240\u202f300", "€,", "soit"]),
        ("12 gares", ["12", "gares"]),
        ("", []),
    ],
)
def test_a_number_is_one_word(text: str, words: list[str]) -> None:
    assert split_quoted(text) == words
