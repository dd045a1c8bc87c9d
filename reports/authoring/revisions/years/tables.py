"""Compares the tables and chart data of two reports, row by row."""

from collections.abc import Iterator

from reports.authoring.revisions.years.line import (
    Line,
    State,
    compare_figures,
    compare_restated,
    compare_texts,
)
from reports.core.changes.table_words import describe_row
from reports.core.comparison import counterparts
from reports.core.comparison.columns import column_for, find_counterpart_column
from reports.core.comparison.dates import find_only_year
from reports.core.document.table import Row
from reports.core.reading import Reading
from reports.core.reading.parts import Grid


def compare_tables(report: Reading, other: Reading) -> Iterator[Line]:
    """Yield the rows matched by record or by header, then those that only one report has."""
    pairs = list(counterparts.pair_rows(report, other))
    known = {id(row) for pair in pairs for row in (pair[1], pair[3])}
    tables = {id(grid) for pair in pairs for grid in (pair[0], pair[2])}
    for grid, row, then, twin in pairs:
        yield from compare_cells(report, other, grid, row, then, twin)
    for reading, state in ((report, State.NEW), (other, State.GONE)):
        for grid in reading.grids:
            if id(grid) in tables:
                unknown = (row for row in grid.table.rows if row.cells and id(row) not in known)
                yield from (describe_lone_row(grid, row, state) for row in unknown)
            elif grid.kind != "chart":  # of charts, `charts` tells
                yield describe_lone_table(grid, state)


def compare_cells(
    report: Reading, other: Reading, grid: Grid, row: Row, then: Grid, twin: Row
) -> Iterator[Line]:
    """Yield each column of a matched row: its own year, or a past year."""
    for place, column in list(enumerate(grid.table.columns))[1 : len(row.cells)]:
        year = find_only_year(column.heading) or find_only_year(row.head)
        past = year is not None and year < report.year
        if find_only_year(row.head) and find_only_year(row.head) != find_only_year(twin.head):
            continue
        before = (
            column_for(column.heading, grid.kind, then.table)
            if past
            else find_counterpart_column(column.heading, report.year, then.table, other.year)
        )
        if before is None or before >= len(twin.cells):
            continue
        headings = dict.fromkeys((then.table.columns[before].heading, column.heading))
        what = " › ".join(filter(None, (row.head, " → ".join(headings))))
        one, two = twin.cells[before].figure, row.cells[place].figure
        places = (grid.place, then.place)
        if past:
            yield compare_restated(what, one, two, *places)
        elif one.is_number or two.is_number:
            yield compare_figures(what, one, two, *places)
        else:
            yield compare_texts(what, one.raw, two.raw, *places)


def describe_lone_table(grid: Grid, state: State) -> Line:
    """Return the line of a table that only one report has."""
    label = grid.place.trail[0] if grid.place.trail else "Tableau"
    what = f"{label} « {grid.title} »" if grid.title else label
    count = len(grid.table.rows)
    return build_one_sided_line(what, f"{count} ligne{'s' if count > 1 else ''}", grid, state)


def describe_lone_row(grid: Grid, row: Row, state: State) -> Line:
    return build_one_sided_line(row.head, describe_row(row, grid.table), grid, state)


def build_one_sided_line(what: str, words: str, grid: Grid, state: State) -> Line:
    if state is State.NEW:
        return Line(what, "", words, state, place=grid.place)
    return Line(what, words, "", state, other_place=grid.place)
