"""Results of the year beside their targets."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.grouping import group_values
from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.reading.place import Place
from reports.document.periods import read_period
from reports.figures import Figure, Qualifier

TABLES = ("indicator_table", "data_table")
MEASURED = (
    Qualifier.EXACT,
    Qualifier.ABOUT,
    Qualifier.AT_LEAST,
    Qualifier.MORE_THAN,
    Qualifier.LESS_THAN,
    Qualifier.RATIO,
)


@dataclass(frozen=True)
class Outcome:
    """A result and the target of the same year. `missed` is None where one cannot know."""

    place: Place
    name: str
    result: Figure
    target: Figure
    down: bool

    @property
    def missed(self) -> bool | None:
        """Return whether the result falls short, as far as the printed numbers can prove."""
        result, target = self.result, self.target
        if result.value is None or target.value is None or result.unit is not target.unit:
            return None
        measured = {result.qualifier, target.qualifier} <= set(MEASURED)
        if not measured or result.value_to != target.value_to:
            return None
        reached = result.value <= target.value if self.down else result.value >= target.value
        # A bound on the result proves it reached or missed on one side only.
        if result.qualifier is Qualifier.LESS_THAN:
            return False if self.down and reached else None
        if result.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) and (
            self.down or not reached
        ):
            return None
        return not reached


def find_outcomes(report: Reading, grid: Grid) -> Iterator[Outcome]:
    """Yield the rows of a table that set a result of the report's year beside its target."""
    if grid.kind not in TABLES:
        return
    dated = ((n, read_period(column)) for n, column in enumerate(grid.table.columns) if n)
    columns = group_values((p.kind, n) for n, p in dated if p and p.start.year == report.year)
    if not len(columns["result"]) == len(columns["target"]) == 1:
        return
    pair = columns["result"] + columns["target"]
    for row in grid.table.rows:
        if max(pair) < len(row.cells):
            result, target = (row.cells[n].figure for n in pair)
            direction = report.context.directions.get(row.confirmed_ref, "up")
            down = direction == "down" or target.qualifier is Qualifier.LESS_THAN
            yield Outcome(grid.place.below(row.head), row.head.strip(), result, target, down)
