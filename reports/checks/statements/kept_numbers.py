"""Finds numbers that a sentence gives with last year's: « 347 agents (312 en 2023) »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.core.comparison.subject import meaningful_stems
from reports.core.figures import Figure, parse
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_clauses
from reports.core.reading.place import Place

NUMBER = r"(?<![\d.,])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3}){0,3}"
YEARLY = re.compile(
    rf"(?P<now>{NUMBER})(?P<noun>\s[^.;:()\d]{{3,60}}?)(?:\s(?:au|at|on|fin|en|in)\s[^.;:()]{{4,24}})?"
    rf",?\s(?:\((?:contre\s)?(?P<then>{NUMBER})\s(?:en|in)\s(?P<year>20\d\d)\)"
    rf"|\((?P<year_first>20\d\d)\s?:\s(?P<then_last>{NUMBER})\)"
    rf"|(?:contre|against|compared with|up from|down from)\s(?P<then_said>{NUMBER})\s(?:en|in)\s"
    r"(?P<year_said>20\d\d))",
    re.IGNORECASE,
)
ABOUT = re.compile(r"20\d\d")


@dataclass(frozen=True)
class YearPair:
    """The numbers of one thing that a clause gives for this year and for the year before."""

    place: Place
    words: str
    noun: str
    now: Figure
    then: Figure
    year: int


def find_year_pairs(report: Reading) -> Iterator[YearPair]:
    """Yield the counts that sentences give together with that of the year before the report's."""
    for place, words in iterate_clauses(report, ABOUT):
        for found in YEARLY.finditer(words):
            year = found["year"] or found["year_first"] or found["year_said"]
            then = found["then"] or found["then_last"] or found["then_said"]
            stems = meaningful_stems(found["noun"])
            if int(year) == report.year - 1 and stems:
                yield YearPair(
                    place, found[0].strip(), stems[0], parse(found["now"]), parse(then), int(year)
                )
