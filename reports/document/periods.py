"""Periods: the years that headings of columns speak of."""

import datetime
import re
from dataclasses import dataclass

from reports.document.table import Column

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Columns that speak of a year and state no value of it.
BESIDE = re.compile(r"\b(?:évolution|variation|écart|commentaire|source|note)s?\b", re.IGNORECASE)
TARGET = re.compile(r"\b(?:objectif|cible|prévision|prévu)e?s?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """What a column head says: the calendar year that it speaks of, and result or target."""

    start: datetime.date
    end: datetime.date
    label: str
    kind: str


def read_period(column: Column) -> Period | None:
    """Return the period of a column headed « Résultats 2024 »; None if it names no one year."""
    years = set(YEAR.findall(column.heading))
    if len(years) != 1 or BESIDE.search(column.heading):
        return None
    year = int(years.pop())
    return Period(
        datetime.date(year, 1, 1),
        datetime.date(year, 12, 31),
        column.heading,
        "target" if TARGET.search(column.heading) else "result",
    )
