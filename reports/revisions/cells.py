"""Two states of a table, compared cell by cell."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

from reports.revisions.change import Change, Found, Stayed, Trail, whole
from reports.revisions.pairing import Pair, paired
from reports.revisions.rows import REWRITTEN, column_text, heading, label, moved, row_text
from reports.revisions.words import figures, prose
from reports.richtext import plain
from reports.search.stems import folded
from reports.tables import Cell, Column, Row, Table

Called = Callable[[str], str]
NOTHING = Cell("")


def compared(before: Table, after: Table, trail: Trail, called: Called) -> Iterator[Found]:
    """What changed in a table; `called` gives the name of the record that a row refers to."""
    columns = paired(before.columns, after.columns, column_id, column_name)
    rows = paired(before.rows, after.rows, row_id, row_key, row_head)
    yield from headings(columns, before, after, trail)
    yield from moves(rows, trail)
    stayed = total = 0
    for pair in rows:
        if pair.before is None or pair.after is None:
            yield from one_sided(pair, before, after, trail)
            continue
        spot = (*trail, label(pair.after, pair.now))
        yield from about(pair.before, pair.after, spot, called)
        for where, one, other in cells(pair.before, pair.after, columns):
            total += 1
            found = list(cell(one, other, (*spot, where)))
            stayed += not found
            yield from found
    if total:
        yield Stayed(trail, stayed, total, "Cellules")


def column_id(column: Column) -> str:
    return column.id


def column_name(column: Column) -> str:
    return folded(column.heading)


def row_id(row: Row) -> str:
    return row.id


def row_key(row: Row) -> str:
    return row.ref


def row_head(row: Row) -> str:
    return folded(row.head)


def headings(
    columns: list[Pair[Column]], before: Table, after: Table, trail: Trail
) -> Iterator[Change]:
    """Columns that came, went, moved or got another heading."""
    for pair in columns:
        if pair.after is None and pair.was is not None:
            said = column_text(before, pair.was)
            place = (*trail, heading(pair.before, pair.was))
            yield Change(place, whole(said, ""), "colonne retirée")
        elif pair.before is None and pair.now is not None:
            said = column_text(after, pair.now)
            place = (*trail, heading(pair.after, pair.now))
            yield Change(place, whole("", said), "colonne ajoutée")
        elif pair.before and pair.after and pair.now is not None:
            one, other = pair.before.heading, pair.after.heading
            if one != other:
                yield Change((*trail, f"En-tête de la colonne {pair.now + 1}"), whole(one, other))
            if pair.moved:
                yield Change((*trail, heading(pair.after, pair.now)), note=moved("colonne", pair))


def moves(rows: list[Pair[Row]], trail: Trail) -> Iterator[Change]:
    for pair in rows:
        if pair.moved and pair.after:
            yield Change((*trail, label(pair.after, pair.now)), note=moved("ligne", pair))


def one_sided(pair: Pair[Row], before: Table, after: Table, trail: Trail) -> Iterator[Change]:
    """A row that came or went, in one line."""
    if pair.after:
        said = row_text(pair.after, after)
        yield Change((*trail, label(pair.after, pair.now)), whole("", said), "ligne ajoutée")
    if pair.before:
        said = row_text(pair.before, before)
        yield Change((*trail, label(pair.before, pair.was)), whole(said, ""), "ligne retirée")


def cells(before: Row, after: Row, columns: list[Pair[Column]]) -> Iterator[tuple[str, Cell, Cell]]:
    """The cells of a row under each column of both states, then those under no column."""
    for pair in columns:
        if pair.was is not None and pair.now is not None:
            yield heading(pair.after, pair.now), at(before, pair.was), at(after, pair.now)
    width_before = sum(pair.was is not None for pair in columns)
    width_after = sum(pair.now is not None for pair in columns)
    beyond = zip_longest(before.cells[width_before:], after.cells[width_after:], fillvalue=NOTHING)
    for place, (one, other) in enumerate(beyond, width_after):
        yield heading(None, place), one, other


def at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else NOTHING


def cell(before: Cell, after: Cell, trail: Trail) -> Iterator[Change]:
    if (before.raw, before.read_as) != (after.raw, after.read_as):
        if before.figure.is_number or after.figure.is_number:
            pieces = figures(before.figure, after.figure)
        else:
            pieces = prose(before.raw, after.raw)
        note = REWRITTEN if same(before, after) else ""
        yield Change(trail, pieces, note)
    if before.url != after.url:
        yield Change((*trail, "lien"), whole(before.url, after.url))


def same(before: Cell, after: Cell) -> bool:
    """Whether two cells that differ are read as one figure."""
    one, other = before.figure, after.figure
    return one.is_number and one.text == other.text and one.state is other.state


def about(before: Row, after: Row, trail: Trail, called: Called) -> Iterator[Change]:
    """What a row has beside its cells."""
    if before.ref != after.ref:
        yield Change((*trail, "fiche"), whole(called(before.ref), called(after.ref)))
    if before.url != after.url:
        yield Change((*trail, "lien"), whole(before.url, after.url))
    if before.note != after.note:
        one, other = plain(before.note), plain(after.note)
        note = "" if one != other else "mise en forme ou liens changés"
        yield Change((*trail, "note"), prose(one, other) if one != other else (), note)
