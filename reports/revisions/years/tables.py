"""The tables and charts of two reports, row by row."""

from collections.abc import Iterator

from reports.checks.comparing import counterparts
from reports.checks.comparing.columns import column_for
from reports.checks.comparing.dates import only, shifted
from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.revisions.rows import row_text
from reports.revisions.years.line import Line, State, figures, restated, texts
from reports.tables import Row, Table


def lines(report: Reading, other: Reading) -> Iterator[Line]:
    """Rows by their record, else by their head; what only one report has."""
    found = list(counterparts.rows(report, other))
    known = {id(row) for pair in found for row in (pair[1], pair[3])}
    tables = {id(grid) for pair in found for grid in (pair[0], pair[2])}
    for grid, row, then, twin in found:
        yield from cells(report, other, grid, row, then, twin)
    for reading, state in ((report, State.NEW), (other, State.GONE)):
        for grid in reading.grids:
            if id(grid) in tables:
                unknown = (row for row in grid.table.rows if row.cells and id(row) not in known)
                yield from (lone_row(grid, row, state) for row in unknown)
            elif grid.kind != "chart":  # of charts, `charts` tells
                yield lone_table(grid, state)


def cells(
    report: Reading, other: Reading, grid: Grid, row: Row, then: Grid, twin: Row
) -> Iterator[Line]:
    """Each column of a row that both reports have: its own year's, or a past year printed again."""
    for place, column in list(enumerate(grid.table.columns))[1 : len(row.cells)]:
        year = only(column.heading) or only(row.head)
        past = year is not None and year < report.year
        if only(row.head) and only(row.head) != only(twin.head):
            continue
        before = (
            column_for(column.heading, grid.kind, then.table)
            if past
            else column_of(column.heading, report.year, then.table, other.year)
        )
        if before is None or before >= len(twin.cells):
            continue
        headings = dict.fromkeys((then.table.columns[before].heading, column.heading))
        what = " › ".join(filter(None, (row.head, " → ".join(headings))))
        one, two = twin.cells[before].figure, row.cells[place].figure
        places = (grid.place, then.place)
        if past:
            yield restated(what, one, two, *places)
        elif one.is_number or two.is_number:
            yield figures(what, one, two, *places)
        else:
            yield texts(what, one.raw, two.raw, *places)


def column_of(heading: str, year: int, table: Table, printed: int) -> int | None:
    """The column that was to its report's year what this heading is to `year`."""
    wanted = shifted(heading, year)
    same = [
        place
        for place, column in enumerate(table.columns)
        if place and shifted(column.heading, printed) == wanted
    ]
    return same[0] if len(same) == 1 else None


def lone_table(grid: Grid, state: State) -> Line:
    """A table that only one report has."""
    label = grid.place.trail[0] if grid.place.trail else "Tableau"
    what = f"{label} « {grid.title} »" if grid.title else label
    count = len(grid.table.rows)
    return one_sided(what, f"{count} ligne{'s' if count > 1 else ''}", grid, state)


def lone_row(grid: Grid, row: Row, state: State) -> Line:
    return one_sided(row.head, row_text(row, grid.table), grid, state)


def one_sided(what: str, said: str, grid: Grid, state: State) -> Line:
    if state is State.NEW:
        return Line(what, "", said, state, here=grid.place)
    return Line(what, said, "", state, there=grid.place)
