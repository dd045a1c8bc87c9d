"""Pairs the cards and table rows of a report with those of last year's report."""

from collections.abc import Iterator

from reports.core.comparison.subject import meaningful_stems
from reports.core.document.table import Row
from reports.core.reading import Reading
from reports.core.reading.parts import Card, Grid
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents

MAX_COUNTERPARTS = 8  # rows of one name in so many tables are no counterparts of each other


def pair_cards(report: Reading, last: Reading) -> Iterator[tuple[Card, list[Card]]]:
    """Yield each card of the report with last year's cards of the same service."""
    slugs = group_values((card.slug, card) for card in last.cards if card.slug)
    names = group_values((name, card) for card in last.cards if (name := fold_accents(card.name)))
    for card in report.cards:
        if twins := slugs.get(card.slug) or names.get(fold_accents(card.name)):
            yield card, twins[:MAX_COUNTERPARTS]


def row_key(row: Row) -> str:
    """Return the key of a row: its reference where that is confirmed, else its head."""
    return row.confirmed_ref or fold_accents(row.head)


def pair_rows(report: Reading, last: Reading) -> Iterator[tuple[Grid, Row, Grid, Row]]:
    """Yield each row of a table of the report with the one row that last year's had for the
    same.
    """
    index = group_values(
        ((grid.kind, name), (grid, row))
        for grid in last.grids
        for row in grid.table.rows
        for name in dict.fromkeys((row_key(row), fold_accents(row.head)))
        if name
    )
    heads = {id(g): {row_key(r) for r in g.table.rows} for g in (*report.grids, *last.grids)}
    for grid in report.grids:
        for row in grid.table.rows:
            names = (row_key(row), fold_accents(row.head))
            twins = next(filter(None, (index.get((grid.kind, name)) for name in names)), [])
            if len(twins) > MAX_COUNTERPARTS:
                continue
            candidates = [
                (other, twin)
                for other, twin in twins
                if is_same_table(grid, other, row, len(heads[id(grid)] & heads[id(other)]))
            ]
            titled = [
                pair
                for pair in candidates
                if meaningful_stems(pair[0].title) == meaningful_stems(grid.title)
            ]
            if len(one := titled or candidates) == 1:
                yield grid, row, *one[0]


def is_same_table(grid: Grid, other: Grid, row: Row, shared: int) -> bool:
    """Return whether two tables are one table in two reports."""
    if row.confirmed_ref or shared > 1:
        return True
    title, corner = meaningful_stems(grid.title), meaningful_stems(corner_heading(grid))
    if title and title == meaningful_stems(other.title):
        return True
    is_same_corner = bool(corner) and corner == meaningful_stems(corner_heading(other))
    return is_same_corner and len(meaningful_stems(row.head)) > 1


def corner_heading(grid: Grid) -> str:
    """Return the heading over the heads of the rows."""
    return grid.table.columns[0].heading if grid.table.columns else ""
