"""Results of the year beside their targets."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.reading.place import Place
from reports.figures import Figure, Qualifier
from reports.projection import period

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
        """Whether the result falls short, as far as the printed numbers can prove."""
        result, target = self.result, self.target
        if result.value is None or target.value is None or result.unit is not target.unit:
            return None
        if not {result.qualifier, target.qualifier} <= set(MEASURED):
            return None
        if result.value_to != target.value_to:
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


def outcomes(report: Reading, grid: Grid) -> Iterator[Outcome]:
    """The rows of a table that set a result of the report's year beside its target."""
    if grid.kind not in TABLES:
        return
    columns: dict[str, list[int]] = {"result": [], "target": []}
    for index, column in enumerate(grid.table.columns):
        found = period(column) if index else None
        if found and found.start.year == report.year:
            columns[found.kind].append(index)
    results, targets = columns["result"], columns["target"]
    if len(results) != 1 or len(targets) != 1:
        return
    for row in grid.table.rows:
        if max(results[0], targets[0]) < len(row.cells):
            result, target = row.cells[results[0]].figure, row.cells[targets[0]].figure
            direction = report.around.directions.get(row.ref, "up")
            down = direction == "down" or target.qualifier is Qualifier.LESS_THAN
            yield Outcome(grid.place.below(row.head), row.head.strip(), result, target, down)
