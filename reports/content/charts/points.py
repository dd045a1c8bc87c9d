"""Converts the table of a chart to categories, series, and one value or gap for each pair."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from reports.core.document.table import Table
from reports.core.figures import Figure, Unit


def single_value(figure: Figure) -> Decimal | None:
    """The one number that a figure is; None for words, for nothing, for ranges and ratios."""
    if figure.value is None or figure.value_to is not None:
        return None
    return figure.value


@dataclass(frozen=True)
class Point:
    """One value of a category and a series. A gap has None, which is not zero."""

    category: int
    series: int
    value: Decimal | None
    unit: Unit | None
    text: str


@dataclass(frozen=True)
class Points:
    """A table as it is drawn: rows are the categories, columns after the first the series."""

    categories: tuple[str, ...]
    series: tuple[str, ...]
    all: tuple[Point, ...]
    is_english: bool
    """Whether the figures are written as in English."""

    @classmethod
    def from_table(cls, table: Table) -> Self:
        table = table.pad_rows()
        return cls(
            tuple(row.head for row in table.rows),
            tuple(column.heading for column in table.columns[1:]),
            tuple(
                Point(
                    row_number,
                    series,
                    single_value(cell.printed_figure),
                    cell.printed_figure.unit,
                    cell.printed_figure.text,
                )
                for row_number, row in enumerate(table.rows)
                for series, cell in enumerate(row.cells[1 : len(table.columns)])
            ),
            any(cell.locale.is_english for row in table.rows for cell in row.cells),
        )

    def __iter__(self) -> Iterator[Point]:
        """The points that have a value."""
        return (point for point in self.all if point.value is not None)

    @property
    def values(self) -> list[Decimal]:
        return [point.value for point in self if point.value is not None]

    @property
    def unit(self) -> Unit | None:
        """The unit that all values are written with."""
        units = {point.unit for point in self}
        return units.pop() if len(units) == 1 else None

    @property
    def longest(self) -> int:
        """Characters of the longest value as it is printed."""
        return max((len(point.text) for point in self), default=0)
