"""Years in labels: those around the report's own move on with it.

A label is a heading, a caption, the head of a column or a period, the words of a figure: short, and
written anew each year. Prose is nobody's to rewrite.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reports.checks.comparing.dates import YEAR, years

# What happened once stays in its year: « depuis 2022 », « la loi de 2016 ».
FIXED = re.compile(
    r"\b(?:depuis|dès|avant|lois?|décrets?|arrêtés?|ordonnances?|circulaires?)"
    r"(?:\W+\w+){0,3}?\W+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Step:
    """From the year of one report to that of another."""

    source: int
    target: int

    @property
    def by(self) -> int:
        return self.target - self.source


def turning(named: Iterable[int], step: Step) -> set[int]:
    """Of the years that labels side by side name, those that move on: the report's own, its
    neighbours, and those right before them. « 2019 » alone beside « 2024 » is a point of reference.
    """
    named = set(named)
    found = {year for year in named if abs(year - step.source) <= 1}
    while found and (before := min(found) - 1) in named:
        found.add(before)
    return found


def moved(text: str, step: Step, turn: set[int] | None = None) -> str:
    """A label for the next report. One that looks further ahead, as plans do, stays as it is."""
    named = years(text)
    if not named or max(named) > step.source + 1:
        return text
    turn = turning(named, step) if turn is None else turn

    def later(found: re.Match[str]) -> str:
        year = int(found[0])
        stays = year not in turn or fixed(text[: found.start()])
        return found[0] if stays else str(year + step.by)

    return YEAR.sub(later, text)


def fixed(before: str) -> bool:
    """Whether these words tie the year that follows them to what happened in it."""
    return bool(FIXED.search(before))
