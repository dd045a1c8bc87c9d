"""Normalises words with years relative to the report, to compare reports of different years."""

from reports.core.document.periods import YEAR
from reports.core.text.name_matching import normalize_name


def normalize_words(words: str, year: int) -> str:
    """Return words as they are compared, with each year as its distance from `year`.

    « services en janvier 2025 » of the report of 2024 equals « services en janvier 2024 » of the
    report of 2023.
    """
    counted = YEAR.sub(lambda match: f"<{int(match[0]) - year}>", words)
    return normalize_name(counted)
