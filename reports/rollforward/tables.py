"""Tables a year later: what was this year's result becomes last year's."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reports import identity
from reports.checks.comparing.columns import column_for
from reports.checks.comparing.dates import YEAR, only, years
from reports.figures import State
from reports.projection import BESIDE
from reports.rollforward.labels import Step, fixed, moved, turning
from reports.tables import Cell, Column, Row, Table

NOTHING = Cell("")


def rolled(table: Table, kind: str, step: Step) -> Table:
    """The same table for the next report: its structure, and the figures that it prints again."""
    if kind == "funding_table":  # this year's laureates are no one's of the next
        return Table(headed(table.columns, step))
    if not any(years(column.heading) for column in table.columns[1:]) and is_series(table, step):
        return prolonged(table, step)
    columns = headed(table.columns, step)
    origins = [origin(table, kind, place, column) for place, column in enumerate(columns)]
    return Table(columns, tuple(row_of(row, table, origins, step) for row in table.rows))


def headed(columns: Sequence[Column], step: Step) -> tuple[Column, ...]:
    """The columns with the years of their heads moved on together."""
    turn = turning((year for column in columns for year in years(column.heading)), step)
    return tuple(replace(c, heading=moved(c.heading, step, turn)) for c in columns)


def origin(table: Table, kind: str, place: int, column: Column) -> int | None:
    """Where a column's figures are in the old table: in what said the same of the same year.

    None where nothing did, and where a column names no year: then its figures were this year's.
    """
    before = table.columns[place].heading
    if column.heading != before:
        return column_for(column.heading, kind, table)
    stays = [match for match in YEAR.finditer(before) if not fixed(before[: match.start()])]
    return place if stays else None


def row_of(row: Row, table: Table, origins: Sequence[int | None], step: Step) -> Row:
    cells = row.cells + (NOTHING,) * (len(table.columns) - len(row.cells))
    head = [replace(cell, raw=moved(cell.raw, step)) for cell in cells[:1]]
    rest = [
        cells[place] if place is not None else kept(cell, column)
        for cell, column, place in zip(cells[1:], table.columns[1:], origins[1:], strict=False)
    ]
    return replace(row, cells=(*head, *rest))


def kept(cell: Cell, column: Column) -> Cell:
    """Names stay, and so does what a row is about; figures do not, nor what was said of them."""
    yearless = not years(column.heading) and not BESIDE.search(column.heading)
    words = cell.figure.state is State.TEXT and not cell.raw.strip()[:1].isdigit()
    return cell if yearless and words else NOTHING


def is_series(table: Table, step: Step) -> bool:
    """Whether each row is of a time, up to about this year: « 2023 », « janvier 2024 »."""
    times = [only(row.head) for row in table.rows]
    return len(times) > 1 and None not in times and bool(recent(table.rows, step))


def recent(rows: Iterable[Row], step: Step) -> list[Row]:
    return [row for row in rows if 0 <= (only(row.head) or 0) - step.source <= 1]


def prolonged(table: Table, step: Step) -> Table:
    """A series with rows for the times that come next; those that it has stay."""
    known = {row.head for row in table.rows}
    turn = {step.source, step.source + 1}
    heads = {row.id: moved(row.head, step, turn) for row in recent(table.rows, step)}
    blank = (NOTHING,) * (len(table.columns) - 1)
    coming = tuple(
        Row((Cell(heads[row.id]), *blank), identity.derive(row.id, step.target))
        for row in table.rows
        if row.id in heads and heads[row.id] not in known
    )
    times = [only(row.head) or 0 for row in table.rows]
    rows = (*coming, *table.rows) if times[0] > times[-1] else (*table.rows, *coming)
    return Table(headed(table.columns, step), rows)
