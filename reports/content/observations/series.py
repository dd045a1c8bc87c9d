"""Builds the series of an indicator: the statement of the latest report for each period.

The module is pure: it uses `Observation` rows that were loaded before, and loads none.
"""

import datetime
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Any, Protocol

from reports.content.models import AnnualReportPage, Observation
from reports.core.figures import Figure, Qualifier, State

EXACT_CONTEXT = Context(prec=100)  # the default of 28 digits would round what reports print exactly
DECIMAL_PLACES = 4
RELATIVE = {Qualifier.CHANGE, Qualifier.FACTOR}
RESULT, TARGET = "result", "target"
LAST = sys.maxsize  # the number by which the last version of a report is sorted

Period = tuple[datetime.date, datetime.date]


class EarlierStatement(Protocol):
    """A row that stores what an earlier version of a report stated of an indicator and a period."""

    kind: Any
    period_start: Any
    period_end: Any
    is_typo: Any
    version: Any

    @property
    def figure(self) -> Figure: ...


@dataclass(frozen=True)
class Earlier:
    """Another figure that was stated before, by an earlier report or an earlier version of one.

    `version` is the last version that stated it, or None for the last version of its report.
    """

    report: AnnualReportPage
    figure: Figure
    version: int | None = None
    is_typo: bool = False


@dataclass(frozen=True)
class Entry:
    """The result or target of a period: the latest report's statement, and what follows from it."""

    observation: Observation
    restated: bool
    change: Decimal | None = None
    attainment: Decimal | None = None
    earlier: tuple[Earlier, ...] = ()


def build_series(
    observations: Iterable[Observation], replaced: Iterable[EarlierStatement] = ()
) -> list[Entry]:
    """Return the entries that `observations` of one indicator make: by period, results before
    targets. `replaced` are what earlier versions of the same reports stated of it.
    """
    stated: defaultdict[tuple[Period, str], list[Observation]] = defaultdict(list)
    for row in sorted(observations, key=attrgetter("report.year", "order")):
        stated[period_of(row), row.kind].append(row)
    before_corrections: defaultdict[tuple[Period, str], list[EarlierStatement]] = defaultdict(list)
    for each in replaced:
        before_corrections[(each.period_start, each.period_end), each.kind].append(each)
    latest = {key: rows[-1] for key, rows in stated.items()}
    results = {row.period_end: row for row in latest.values() if row.kind == RESULT}
    entries = []
    for key in sorted(stated):
        row, added, reached = latest[key], None, None
        if row.kind == RESULT:
            before = results.get(row.period_start - datetime.timedelta(days=1))
            target = latest.get((period_of(row), TARGET))
            added = compute_change(before.figure, row.figure) if before else None
            reached = compute_attainment(row, target) if target else None
        earlier = tuple(list_earlier(stated[key], before_corrections[key]))
        restated = any(not each.is_typo for each in earlier)
        entries.append(Entry(row, restated, added, reached, earlier))
    return entries


def list_earlier(rows: list[Observation], replaced: list[EarlierStatement]) -> Iterator[Earlier]:
    """Yield the other figures that were stated before the last row, the oldest report first."""
    last = rows[-1]
    reports = {row.report.translation_key: row.report for row in rows}
    found = [
        Earlier(reports[each.version.report_key], each.figure, each.version.number, each.is_typo)
        for each in replaced
        if each.version.report_key in reports
    ]
    found += [Earlier(row.report, row.figure) for row in rows if row.report.year < last.report.year]
    said = comparable_reading(last.figure)
    for each in sorted(found, key=lambda each: (each.report.year, each.version or LAST)):
        if comparable_reading(each.figure) != said:
            yield each


def period_of(row: Observation) -> Period:
    return row.period_start, row.period_end


def comparable_reading(figure: Figure) -> tuple[object, ...]:
    """Return what a figure says, however it is spelled: « 2,5 millions » and « 2 500 000 » are
    one.
    """
    words = " ".join(figure.raw.split()).casefold() if figure.state is State.TEXT else ""
    return figure.state, figure.qualifier, figure.unit, figure.value, figure.value_to, words


def comparable_numbers(one: Figure, other: Figure) -> tuple[Decimal, Decimal] | None:
    """Two numbers that can be set against each other: one unit, no range, no words.

    A change (« +80 % ») is no level: it only compares with another change.
    """
    if one.value is None or other.value is None or one.unit != other.unit:
        return None
    if one.value_to is not None or other.value_to is not None:
        return None
    if one.qualifier != other.qualifier and RELATIVE & {one.qualifier, other.qualifier}:
        return None
    return one.value, other.value


def compute_change(before: Figure, after: Figure) -> Decimal | None:
    """Return what was added from one result to the next, in their unit."""
    pair = comparable_numbers(before, after)
    return EXACT_CONTEXT.subtract(pair[1], pair[0]) if pair else None


def compute_attainment(result: Observation, target: Observation) -> Decimal | None:
    """The part of a target that a result reached: 1 or more when it is met.

    Result over target; where down is good, target over result. The exact ratio is rounded once,
    half to even, to four places.
    """
    pair = comparable_numbers(result.figure, target.figure)
    if pair is None:
        return None
    part, whole = pair if result.indicator.direction == "up" else pair[::-1]
    if not whole:
        return None
    ten_thousandths = round(Fraction(part) / Fraction(whole) * 10**DECIMAL_PLACES)
    return EXACT_CONTEXT.scaleb(Decimal(ten_thousandths), -DECIMAL_PLACES)
