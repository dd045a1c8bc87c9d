"""Reads the cells of indicator tables, with the year and the kind of their columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.core.comparison.columns import is_target
from reports.core.comparison.dates import find_years
from reports.core.document.table import Row
from reports.core.figures import Figure
from reports.core.reading import Reading
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place
from reports.core.text.stems import fold_accents


@dataclass(frozen=True)
class Result:
    """A cell of an indicator table, with its row and the heading of its column."""

    grid: Grid
    row: Row
    column: str
    figure: Figure

    @property
    def place(self) -> Place:
        return self.grid.place.below(self.row.head)

    @property
    def stated_key(self) -> tuple[object, ...]:
        """The key of what is stated: two cells of one indicator that share it must agree."""
        return find_years(self.column) or (fold_accents(self.column),), is_target(self.column)


def iterate_results(report: Reading) -> Iterator[Result]:
    """Yield the cells of the tables of indicators."""
    for grid in report.grids:
        if grid.kind == "indicator_table":
            for row in grid.table.rows:
                for column, cell in list(zip(grid.table.columns, row.cells, strict=False))[1:]:
                    yield Result(grid, row, column.heading, cell.figure)


def quote_words(text: str) -> str:
    """Return words as a message quotes them."""
    return f"« {' '.join(text.split())} »"
