"""Compares two states of a table cell by cell."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

from reports.core.changes.change import Change, Found, Stayed, Trail, replace_text
from reports.core.changes.table_words import (
    REWRITTEN,
    describe_column,
    describe_move,
    describe_row,
    name_column,
    name_row,
)
from reports.core.changes.text_changes import compare_figures, compare_prose
from reports.core.document.pairing import Pair, pair_items
from reports.core.document.table import Cell, Column, Row, Table
from reports.core.figures import compose
from reports.core.text.rich_text import plain
from reports.core.text.stems import fold_accents

NameRecord = Callable[[str], str]
NOTHING = Cell("")


def compare_tables(
    before: Table, after: Table, trail: Trail, name_record: NameRecord
) -> Iterator[Found]:
    """Yield what changed in a table; `name_record` names the record that a row refers to."""
    columns = pair_items(before.columns, after.columns, get_id, fold_heading)
    rows = pair_items(before.rows, after.rows, get_id, get_reference, fold_head)
    yield from compare_headings(columns, before, after, trail)
    yield from list_moves(rows, trail)
    stayed = total = 0
    for pair in rows:
        if pair.before is None or pair.after is None:
            yield from describe_one_sided(pair, before, after, trail)
            continue
        spot = (*trail, name_row(pair.after, pair.now))
        yield from compare_row_heads(pair.before, pair.after, spot, name_record)
        for where, one, other in pair_cells(pair.before, pair.after, columns):
            total += 1
            found = list(compare_cells(one, other, (*spot, where)))
            stayed += not found
            yield from found
    if total:
        yield Stayed(trail, stayed, total, "Cellules")


def get_id(part: Column | Row) -> str:
    return part.id


def fold_heading(column: Column) -> str:
    return fold_accents(column.heading)


def get_reference(row: Row) -> str:
    return row.ref


def fold_head(row: Row) -> str:
    return fold_accents(row.head)


def compare_headings(
    columns: list[Pair[Column]], before: Table, after: Table, trail: Trail
) -> Iterator[Change]:
    """Yield the columns that came, went, moved or got another heading."""
    for pair in columns:
        if pair.after is None and pair.was is not None:
            words = describe_column(before, pair.was)
            place = (*trail, name_column(pair.before, pair.was))
            yield Change(place, replace_text(words, ""), "colonne retirée")
        elif pair.before is None and pair.now is not None:
            words = describe_column(after, pair.now)
            place = (*trail, name_column(pair.after, pair.now))
            yield Change(place, replace_text("", words), "colonne ajoutée")
        elif pair.before and pair.after and pair.now is not None:
            one, other = pair.before.heading, pair.after.heading
            if one != other:
                yield Change(
                    (*trail, f"En-tête de la colonne {pair.now + 1}"), replace_text(one, other)
                )
            if pair.moved:
                yield Change(
                    (*trail, name_column(pair.after, pair.now)), note=describe_move("colonne", pair)
                )


def list_moves(rows: list[Pair[Row]], trail: Trail) -> Iterator[Change]:
    """Yield the rows that moved."""
    for pair in rows:
        if pair.moved and pair.after:
            yield Change(
                (*trail, name_row(pair.after, pair.now)), note=describe_move("ligne", pair)
            )


def describe_one_sided(
    pair: Pair[Row], before: Table, after: Table, trail: Trail
) -> Iterator[Change]:
    """Yield a row that came or went, in one line."""
    if pair.after:
        words = describe_row(pair.after, after)
        yield Change(
            (*trail, name_row(pair.after, pair.now)), replace_text("", words), "ligne ajoutée"
        )
    if pair.before:
        words = describe_row(pair.before, before)
        yield Change(
            (*trail, name_row(pair.before, pair.was)), replace_text(words, ""), "ligne retirée"
        )


def pair_cells(
    before: Row, after: Row, columns: list[Pair[Column]]
) -> Iterator[tuple[str, Cell, Cell]]:
    """Yield the cells of a row under each column of both states, then those under no column."""
    for pair in columns:
        if pair.was is not None and pair.now is not None:
            yield (
                name_column(pair.after, pair.now),
                get_cell(before, pair.was),
                get_cell(after, pair.now),
            )
    width_before = sum(pair.was is not None for pair in columns)
    width_after = sum(pair.now is not None for pair in columns)
    beyond = zip_longest(before.cells[width_before:], after.cells[width_after:], fillvalue=NOTHING)
    for place, (one, other) in enumerate(beyond, width_after):
        yield name_column(None, place), one, other


def get_cell(row: Row, place: int) -> Cell:
    """Return a cell, empty where the row is too short."""
    return row.cells[place] if place < len(row.cells) else NOTHING


def compare_cells(before: Cell, after: Cell, trail: Trail) -> Iterator[Change]:
    """Yield what changed in a cell: its figure or words, its link."""
    if (before.raw, before.read_as) != (after.raw, after.read_as):
        if before.figure.is_number or after.figure.is_number:
            pieces = compare_figures(before.figure, after.figure)
        else:
            pieces = compare_prose(before.raw, after.raw)
        note = REWRITTEN if is_same_figure(before, after) else ""
        yield Change(trail, pieces, note)
    if before.url != after.url:
        yield Change((*trail, "lien"), replace_text(before.url, after.url))


def is_same_figure(before: Cell, after: Cell) -> bool:
    """Return whether two cells that differ are read as one figure."""
    one, other = before.figure, after.figure
    return one.is_number and compose(one) == compose(other) and one.state is other.state


def compare_row_heads(
    before: Row, after: Row, trail: Trail, name_record: NameRecord
) -> Iterator[Change]:
    """Yield what changed of what a row has beside its cells."""
    if before.ref != after.ref:
        yield Change(
            (*trail, "fiche"), replace_text(name_record(before.ref), name_record(after.ref))
        )
    if before.url != after.url:
        yield Change((*trail, "lien"), replace_text(before.url, after.url))
    if before.note != after.note:
        one, other = plain(before.note), plain(after.note)
        note = "" if one != other else "mise en forme ou liens changés"
        yield Change((*trail, "note"), compare_prose(one, other) if one != other else (), note)
