"""Pairs results of the report's year with their targets, in tables."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.checks.arithmetic.directions import find_direction
from reports.core.comparison.dates import find_years
from reports.core.document.periods import Period, read_period
from reports.core.figures import Figure, Qualifier, State
from reports.core.reading import Reading
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place
from reports.core.text.grouping import group_values

TABLES = ("indicator_table", "data_table")
MEASURED = (
    Qualifier.EXACT,
    Qualifier.ABOUT,
    Qualifier.AT_LEAST,
    Qualifier.MORE_THAN,
    Qualifier.LESS_THAN,
    Qualifier.RATIO,
)
FORECAST = re.compile(
    r"\b(?:prévi\w+|prévue?s?|forecast|planned|budget\w*|estim\w+)\b", re.IGNORECASE
)
MIN_LONG_PERIOD = datetime.timedelta(days=300)
AIM = re.compile(r"\b(?:objectif|cible|target|goal|objective)s?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Outcome:
    """A result and the target of the same period.

    `direction` is `up`, `down`, or "" if it is unknown whether more or less is better. `missed` is
    None if the numbers cannot prove either. `remarks` are the words that the row has beside its
    numbers: « Non », « En retard ».
    """

    place: Place
    name: str
    result: Figure
    target: Figure
    direction: str
    remarks: tuple[str, ...]

    @property
    def down(self) -> bool:
        """Return whether the result is wanted to be at most the target."""
        return self.direction == "down"

    @property
    def missed(self) -> bool | None:
        """Return whether the result falls short, as far as the printed numbers can prove."""
        result, target = self.result, self.target
        if result.value is None or target.value is None or result.unit is not target.unit:
            return None
        measured = {result.qualifier, target.qualifier} <= set(MEASURED)
        if not measured or result.value_to != target.value_to:
            return None
        if not self.direction:
            return False if result.value == target.value else None
        reached = result.value <= target.value if self.down else result.value >= target.value
        # A bound on the result proves it reached or missed on one side only.
        if result.qualifier is Qualifier.LESS_THAN:
            return False if self.down and reached else None
        if result.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) and (
            self.down or not reached
        ):
            return None
        return not reached


def is_forecast(heading: str) -> bool:
    """Return whether a column says what was expected, which is no aim: spending less is no
    failure.
    """
    return FORECAST.search(heading) is not None and AIM.search(heading) is None


def find_pairs(
    dated: Sequence[tuple[int, Period]], year: int
) -> list[tuple[datetime.date, int, int]]:
    """Return, for each period of a year, its last day and the columns of its result and its target.

    Only periods with one column of each count. 2023-24 is a period of 2023 and of 2024.
    """
    columns = group_values(
        (identify_period(period), (period.kind, period.end, n))
        for n, period in dated
        if year in find_years(period.label) and not is_forecast(period.label)
    )
    pairs = []
    for found in columns.values():
        results = [(end, n) for kind, end, n in found if kind == "result"]
        targets = [n for kind, _, n in found if kind == "target"]
        if len(results) == len(targets) == 1:
            pairs.append((*results[0], targets[0]))
    return pairs


def identify_period(period: Period) -> tuple[object, ...]:
    """Return what two heads of one period share: 2023-24 and 2023-2024 are the same."""
    is_long = period.end - period.start > MIN_LONG_PERIOD
    return find_years(period.label) if is_long else (period.start, period.end)


def find_undated_pair(
    grid: Grid, dated: Sequence[tuple[int, Period]], year: int
) -> list[tuple[datetime.date, int, int]]:
    """Return the last result of the year and the only target of a table, if that names no year."""
    heads = list(enumerate(column.heading for column in grid.table.columns))
    targets = [n for n, head in heads if n and AIM.search(head) and not find_years(head)]
    results = [
        (period.end, n)
        for n, period in dated
        if year in find_years(period.label) and not is_forecast(period.label)
    ]
    has_other = any(period.kind == "target" for _, period in dated)
    return [] if has_other or len(targets) != 1 or not results else [(*max(results), targets[0])]


def find_outcomes(report: Reading, grid: Grid, *, is_undated: bool = False) -> Iterator[Outcome]:
    """Yield the rows of a table that set a result beside its target, for the last period of the
    report's year that has both. If `is_undated`, a target may name no year.
    """
    if grid.kind not in TABLES:
        return
    dated = [
        (n, period)
        for n, column in enumerate(grid.table.columns)
        if n and (period := read_period(column))
    ]
    pairs = find_pairs(dated, report.year)
    if is_undated and not pairs:
        pairs = find_undated_pair(grid, dated, report.year)
    if not pairs:
        return
    end, *pair = max(pairs)
    earlier = [n for n, period in dated if period.kind == "result" and period.end < end]
    for row in grid.table.rows:
        if max(pair) < len(row.cells):
            result, target = (row.cells[n].figure for n in pair)
            before = next((row.cells[n].figure for n in earlier[-1:] if n < len(row.cells)), None)
            chosen = report.context.directions.get(row.confirmed_ref, "")
            direction = find_direction(row.head, chosen, target, before)
            others = (cell for n, cell in enumerate(row.cells) if n and n not in pair)
            remarks = tuple(c.raw.strip() for c in others if c.figure.state is State.TEXT)
            place, name = grid.place.below(row.head), row.head.strip()
            yield Outcome(place, name, result, target, direction, remarks)
