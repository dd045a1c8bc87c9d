"""Tables of awards: who was given money, or chosen, in one round."""

import re
from dataclasses import replace

from bs4 import Tag

from reports.figures import parse, split
from reports.importing.draft import Draft
from reports.importing.inline import href_of, words_of
from reports.importing.line_marks import line_of
from reports.importing.recognise.parsed_table import ParsedTable
from reports.importing.recognise.services import service_of
from reports.importing.recognise.table_rows import row_of
from reports.importing.vocabulary import get_vocabulary
from reports.tables import Table

MONEY = re.compile(r"[€$£]|\b(?:euros?|EUR|GBP|USD|CHF|k€|M€)(?!\w)", re.IGNORECASE)
TOTAL = re.compile(
    r"\W*(?:(?:grand|sous|sub)[\s-]?)?(?:total|totaux|totals|ensemble)(?:\W.*)?", re.IGNORECASE
)
"""The name of a row that adds the others up."""


def is_awards(grid: ParsedTable, words_before: str, caption: str) -> bool:
    """Whether each row names somebody, with an amount in one column, or below words of a round."""
    rows = grid.body
    names = [words_of(row[0]) if row[0] is not None else "" for row in rows]
    if not rows or not all(names) or any(parse(name).is_number for name in names):
        return False
    if any(map(TOTAL.fullmatch, names)):
        return False  # nobody was given a total
    linked = all(row[0] is not None and row[0].find("a") for row in rows)
    said = f"{words_before} {caption}"
    words = get_vocabulary()
    heads = [column.heading for column in grid.columns]
    amounts = [place for place in range(1, len(heads)) if is_amount(grid, place)]
    if len(amounts) != 1 and not (linked and not amounts and words.round.are_in(said)):
        return False
    if not amounts:
        return len(heads) > 1
    if linked:
        return True
    head = heads[amounts[0]]
    return words.service.are_in(heads[0]) and (
        words.grant.are_in(head) or (words.amount.are_in(head) and words.round.are_in(said))
    )


def find_missions(grid: ParsedTable, is_moved: bool) -> int | None:
    """Return the place of the column that says what each service is for, None without one."""
    texts = [place for place in range(1, len(grid.columns)) if not is_amount(grid, place)]
    words = get_vocabulary().mission
    said = [place for place in texts if words.are_in(grid.columns[place].heading)]
    return next(iter(said or ([] if is_moved else texts)), None)


def put_names_first(grid: ParsedTable) -> ParsedTable | None:
    """Return a table with its only column of names first and its amounts last.

    None where the first column may be that of the names, or where it is not certain which is.
    """
    places = range(len(grid.columns))
    named = [place for place in places if names_services(grid, place)]
    if len(named) != 1 or named == [0]:
        return None
    rest = [place for place in places if place != named[0]]
    order = named + sorted(rest, key=lambda place: is_amount(grid, place))
    columns = tuple(grid.columns[place] for place in order)
    return replace(grid, columns=columns, body=[[row[p] for p in order] for row in grid.body])


def names_services(grid: ParsedTable, place: int) -> bool:
    """Whether each cell of a column is a link or stands below « Produit », and none is a number."""
    cells = [row[place] for row in grid.body]
    words = [words_of(cell) if cell is not None else "" for cell in cells]
    if not words or not all(words) or any(split(each).expression for each in words):
        return False
    linked = all(cell is not None and cell.find("a") for cell in cells)
    return linked or get_vocabulary().service.are_in(grid.columns[place].heading)


def is_amount(grid: ParsedTable, place: int) -> bool:
    """Whether the cells of a column are money: each by its sign, or all by the head's."""
    head = grid.columns[place].heading
    column = (row[place] for row in grid.body)
    cells = [words for cell in column if cell is not None and (words := words_of(cell))]
    if not cells:
        return False
    if all(parse(words).currency for words in cells):
        return True
    numbers = all(split(words).expression for words in cells)
    return bool(numbers and MONEY.search(head))


def recognise_awards(grid: ParsedTable, caption: str, line: int, is_moved: bool = False) -> Draft:
    """Return the block of a table of awards.

    The second column says what a service is for; in a table whose columns were moved, one that
    says so in its head.
    """
    rows, heads = [], []
    purpose = find_missions(grid, is_moved)
    for cells in grid.body:
        row = row_of(cells)
        found = cells[0].find("a") if cells[0] else None
        link = found if isinstance(found, Tag) else None
        mission = row.cells[purpose].raw if purpose is not None else ""
        rows.append(replace(row, url=href_of(link) if link else ""))
        heads.append(service_of(link, row.head, mission, line_of(cells[0]) if cells[0] else line))
    table = Table(grid.columns, tuple(rows))
    value = {"caption": caption, "table": table, "funding_round": None}
    return Draft("funding_table", line, value, list(heads))
