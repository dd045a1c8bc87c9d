"""What last year's report has in the place of something in this one."""

from collections import defaultdict
from collections.abc import Iterator

from reports.checks.comparing.subject import stemmed
from reports.checks.reading import Reading
from reports.checks.reading.parts import Card, Grid
from reports.search.stems import folded
from reports.tables import Row

CROWD = 8  # rows of one name in so many tables are no counterparts of each other


def cards(report: Reading, last: Reading) -> Iterator[tuple[Card, list[Card]]]:
    """Each card of the report with last year's cards of the same service."""
    slugs: defaultdict[str, list[Card]] = defaultdict(list)
    names: defaultdict[str, list[Card]] = defaultdict(list)
    for card in last.cards:
        slugs[card.slug].append(card)
        names[folded(card.name)].append(card)
    for card in report.cards:
        found = slugs.get(card.slug, []) if card.slug else []
        name = folded(card.name)
        if found := found or (names.get(name, []) if name else []):
            yield card, found[:CROWD]


def key(row: Row) -> str:
    """What a row is about: its reference, else its head."""
    return row.ref or folded(row.head)


def rows(report: Reading, last: Reading) -> Iterator[tuple[Grid, Row, Grid, Row]]:
    """Each row of a table of the report with the one row that last year's had for the same."""
    index: defaultdict[tuple[str, str], list[tuple[Grid, Row]]] = defaultdict(list)
    for grid in last.grids:
        for row in grid.table.rows:
            for name in dict.fromkeys((key(row), folded(row.head))):
                if name:
                    index[grid.kind, name].append((grid, row))
    heads = {id(g): {key(r) for r in g.table.rows} for g in (*report.grids, *last.grids)}
    for grid in report.grids:
        for row in grid.table.rows:
            found = index.get((grid.kind, key(row))) or index.get((grid.kind, folded(row.head)))
            if not found or len(found) > CROWD:
                continue
            close = [
                (other, twin)
                for other, twin in found
                if alike(grid, other, row, len(heads[id(grid)] & heads[id(other)]))
            ]
            titled = [pair for pair in close if stemmed(pair[0].title) == stemmed(grid.title)]
            if len(one := titled or close) == 1:
                yield grid, row, *one[0]


def alike(grid: Grid, other: Grid, row: Row, shared: int) -> bool:
    """Whether two tables are one table in two reports."""
    if row.ref or shared > 1:
        return True
    if stemmed(grid.title) and stemmed(grid.title) == stemmed(other.title):
        return True
    corner = stemmed(corner_of(grid))
    return bool(corner) and corner == stemmed(corner_of(other)) and len(stemmed(row.head)) > 1


def corner_of(grid: Grid) -> str:
    """The heading over the heads of the rows."""
    return grid.table.columns[0].heading if grid.table.columns else ""
