"""Finds the column with the names of award winners, and moves it to the first place of the table.

`tables` needs it to convert a table to a table of awards.
"""

from collections.abc import Callable
from dataclasses import replace

from reports.core.document.table import Cell, Row, Table
from reports.core.figures import split
from reports.core.text.vocabulary import get_vocabulary

NamesRecord = Callable[[str, str], bool]
"""A function that returns whether a record has a name, or a printed link leads to it."""


def put_names_first(table: Table, names_record: NamesRecord) -> Table:
    """Return a table with its only column of names first; the table itself where none is certain.

    What belongs to the head of a row goes with the cell that was its head.
    """
    place = find_names(table, names_record)
    if not place:
        return table
    order = [place, *(each for each in range(len(table.columns)) if each != place)]
    columns = tuple(table.columns[each] for each in order)
    return Table(columns, tuple(move_cells(row, order) for row in table.rows), table.caption)


def find_names(table: Table, names_record: NamesRecord) -> int:
    """Return the place of the only column below a word for a service, else of the only one whose
    cells name records; 0 where it is the first, or where that is not certain.
    """
    places = range(len(table.columns)) if table.rows else range(0)
    words = [place for place in places if holds_words(table, place)]
    is_service = get_vocabulary().service.are_in
    said = [place for place in words if is_service(table.columns[place].heading)]
    known = [
        place for place in words if any(names_record(*cell) for cell in list_cells(table, place))
    ]
    found = said or known
    return found[0] if len(found) == 1 else 0


def holds_words(table: Table, place: int) -> bool:
    """Return whether each cell of a column has words, and none a number."""
    return all(raw.strip() and not split(raw).expression for raw, _ in list_cells(table, place))


def list_cells(table: Table, place: int) -> list[tuple[str, str]]:
    """Return the words and the link of each cell of a column."""
    return [
        (row.cells[place].raw, row.cells[place].url or ("" if place else row.url))
        for row in table.rows
    ]


def move_cells(row: Row, order: list[int]) -> Row:
    """Return a row with its cells in another order, the link of each cell beside it."""
    head, *others = (with_own_link(row, place) for place in order)
    cells = (replace(head, url=""), *others)
    return replace(row, cells=cells, url=head.url, ref="", ref_name=None)


def with_own_link(row: Row, place: int) -> Cell:
    """Return a cell with its link; a row keeps that of its first cell."""
    cell = row.cells[place]
    return cell if place else replace(cell, url=cell.url or row.url)
