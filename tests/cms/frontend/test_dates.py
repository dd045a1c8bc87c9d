"""Days of the graph in French: the first of a month is « 1er »."""

import pytest

from cms.frontend.dates import iso_date, iso_moment, plain_date


@pytest.mark.parametrize(
    ("day", "words"), [("2026-12-01", "1er décembre 2026"), ("2026-12-21", "21 décembre 2026")]
)
def test_the_first_of_a_month_is_an_ordinal(day: str, words: str) -> None:
    assert plain_date(day) == words
    assert iso_date(f"{day}T09:05:00+00:00") == words
    assert iso_moment(f"{day}T09:05:00+00:00") == f"{words} à 10:05"
