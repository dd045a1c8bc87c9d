"""Rolls tables forward: this year's results become last year's, and other cells are emptied."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from reports.authoring.rollforward.labels import Step, find_moving_years, is_fixed, move_years
from reports.content.tables import Cell, Column, Row, Table
from reports.core.comparison.columns import column_for
from reports.core.comparison.dates import YEAR, find_only_year, find_years
from reports.core.document import block_ids
from reports.core.document.part import NextYear, Part
from reports.core.document.periods import BESIDE
from reports.core.figures import State

EMPTY_CELL = Cell("")
AROUND = " \u00a0\u202f()+-−–£€$"  # signs before a number: « (1 200) » is a charge


def roll_table(
    table: Table, part: Part, kind: str, step: Step, repeated: Collection[str] = ()
) -> Table:
    """Return a table for the next report.

    It keeps its structure, figures that are printed again, and cells whose key is in `repeated`.
    """
    if part.next_year is NextYear.GOES:  # this year's laureates are no one's of the next
        return Table(move_headings(table.columns, step))
    if not any(find_years(column.heading) for column in table.columns[1:]) and is_series(
        table, step
    ):
        return extend_series(table, step)
    columns = move_headings(table.columns, step)
    origins = [find_origin(table, kind, place, column) for place, column in enumerate(columns)]
    rows = tuple(roll_row(row, table, origins, step, repeated) for row in table.rows)
    return Table(columns, rows)


def move_headings(columns: Sequence[Column], step: Step) -> tuple[Column, ...]:
    """Return the columns with the years of their headings moved together."""
    turn = find_moving_years(
        (year for column in columns for year in find_years(column.heading)), step
    )
    return tuple(replace(c, heading=move_years(c.heading, step, turn)) for c in columns)


def find_origin(table: Table, kind: str, place: int, column: Column) -> int | None:
    """Return the index of the old column that has the figures for a column, or None.

    It is the column with the same meaning for the same year. A column without a year has none,
    because its figures were this year's.
    """
    before = table.columns[place].heading
    if column.heading != before:
        return column_for(column.heading, kind, table)
    stays = [match for match in YEAR.finditer(before) if not is_fixed(before[: match.start()])]
    return place if stays else None


def roll_row(
    row: Row,
    table: Table,
    origins: Sequence[int | None],
    step: Step,
    repeated: Collection[str],
) -> Row:
    """Return the row for next year: its head stays, each cell is carried over or emptied."""

    def keep_or_empty(cell: Cell, column: Column) -> Cell:
        return cell if f"{row.id}/{column.id}" in repeated else empty_figure(cell, column)

    cells = row.cells + (EMPTY_CELL,) * (len(table.columns) - len(row.cells))
    head = [replace(cell, raw=move_years(cell.raw, step)) for cell in cells[:1]]
    rest = [
        cells[place] if place is not None else keep_or_empty(cell, column)
        for cell, column, place in zip(cells[1:], table.columns[1:], origins[1:], strict=False)
    ]
    name = row.ref_name and move_years(row.ref_name, step)  # the record follows the label
    return replace(row, cells=(*head, *rest), ref_name=name)


def empty_figure(cell: Cell, column: Column) -> Cell:
    """Return an empty cell, or the cell itself if it holds words that are true in any year."""
    yearless = not find_years(column.heading) and not BESIDE.search(column.heading)
    words = cell.figure.state is State.TEXT and not cell.raw.strip(AROUND)[:1].isdigit()
    return cell if yearless and words else EMPTY_CELL


def is_series(table: Table, step: Step) -> bool:
    """Return whether each row is of a time, up to about this year: « 2023 », « janvier 2024 »."""
    times = [find_only_year(row.head) for row in table.rows]
    return len(times) > 1 and None not in times and bool(find_recent_rows(table.rows, step))


def find_recent_rows(rows: Iterable[Row], step: Step) -> list[Row]:
    """Return the rows of the report’s year and the next."""
    return [row for row in rows if 0 <= (find_only_year(row.head) or 0) - step.source <= 1]


def extend_series(table: Table, step: Step) -> Table:
    """Return a time series with rows for the coming periods; existing rows stay."""
    known = {row.head for row in table.rows}
    turn = {step.source, step.source + 1}
    heads = {row.id: move_years(row.head, step, turn) for row in find_recent_rows(table.rows, step)}
    blank = (EMPTY_CELL,) * (len(table.columns) - 1)
    coming = tuple(
        Row((Cell(heads[row.id]), *blank), block_ids.derive_id(row.id, step.target))
        for row in table.rows
        if row.id in heads and heads[row.id] not in known
    )
    times = [find_only_year(row.head) or 0 for row in table.rows]
    rows = (*coming, *table.rows) if times[0] > times[-1] else (*table.rows, *coming)
    return Table(move_headings(table.columns, step), rows)
