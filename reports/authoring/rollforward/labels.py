"""Moves years in labels: the report's own year and its neighbours become those of the next report.

A label is a heading, a caption, a column heading, a period, or the words of a figure: it is short
and rewritten each year. Prose is never changed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reports.core.comparison.dates import YEAR, find_years

# What happened once stays in its year: « depuis 2022 », « la loi de 2016 ».
FIXED = re.compile(
    r"\b(?:depuis|dès|avant|lois?|décrets?|arrêtés?|ordonnances?|circulaires?)"
    r"(?:\W+\w+){0,3}?\W+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Step:
    """The change of year from one report to the next: `source` and `target`."""

    source: int
    target: int

    @property
    def by(self) -> int:
        return self.target - self.source


def find_moving_years(named: Iterable[int], step: Step) -> set[int]:
    """Return the years of adjacent labels that move: the report's own, its neighbours, and earlier
    ones.

    Earlier ones only move if they follow without a gap: « 2019 » beside « 2024 » is a point of
    reference.
    """
    named = set(named)
    years = {year for year in named if abs(year - step.source) <= 1}
    while years and (before := min(years) - 1) in named:
        years.add(before)
    return years


def move_years(text: str, step: Step, turn: set[int] | None = None) -> str:
    """Return a label for the next report. One about years further ahead, such as a plan, stays."""
    places = {match.start() for match in find_moving_matches(text, step, turn)}

    def later(match: re.Match[str]) -> str:
        return str(int(match[0]) + step.by) if match.start() in places else match[0]

    return YEAR.sub(later, text)


def find_moving_matches(text: str, step: Step, turn: set[int] | None = None) -> list[re.Match[str]]:
    """Return the matches of years that move in a label, which are those in `turn` if it is
    given.
    """
    named = find_years(text)
    if not named or max(named) > step.source + 1:
        return []
    turn = find_moving_years(named, step) if turn is None else turn
    return [
        match
        for match in YEAR.finditer(text)
        if int(match[0]) in turn and not is_fixed(text[: match.start()])
    ]


def is_fixed(before: str) -> bool:
    """Return whether these words tie the following year to an event, so that it never moves."""
    return bool(FIXED.search(before))
