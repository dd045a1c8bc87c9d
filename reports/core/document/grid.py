"""Lays out a table as readers see it: every row has a cell under each column."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.core.document.rich_text import RichText
from reports.core.figures import Figure

if TYPE_CHECKING:
    from reports.core.document.table import Cell, Column, Row, Table


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell after the head of its row."""

    id: str
    """The ids of the row and the column, joined."""
    column: str
    """The id of the column."""
    figure: Figure
    url: str

    @property
    def text(self) -> str:
        """The text as readers see it: the figure typeset, or else the words as typed."""
        return self.figure.text or self.figure.raw.strip()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its head with note, link and reference, and the cells after the head."""

    id: str
    head: str
    note: RichText
    url: str
    confirmed_reference: str | None
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows all have a cell for each column."""

    columns: "tuple[Column, ...]"
    rows: tuple[GridRow, ...]


def lay_out(table: "Table") -> Grid:
    """Return the grid of a table that has a column for each cell and a cell for each column."""
    return Grid(table.columns, tuple(lay_out_row(table.columns, row) for row in table.rows))


def lay_out_row(columns: "tuple[Column, ...]", row: "Row") -> GridRow:
    after_head = zip(columns[1:], row.cells[1:], strict=True)
    return GridRow(
        row.id,
        row.head,
        RichText(row.note),
        row.url,
        row.confirmed_ref or None,
        tuple(lay_out_cell(row, column, cell) for column, cell in after_head),
    )


def lay_out_cell(row: "Row", column: "Column", cell: "Cell") -> GridCell:
    return GridCell(join_ids(row, column), column.id, cell.figure, cell.url)


def join_ids(row: "Row", column: "Column") -> str:
    """Return the id of the cell where a row and a column meet."""
    return f"{row.id}-{column.id}"
