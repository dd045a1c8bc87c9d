"""Recognises tables of awards, which list the amounts given to services in one round."""

import re
from dataclasses import replace

from bs4 import Tag

from reports.content.tables import Table
from reports.core.document.awards import says_award
from reports.core.document.periods import names_period
from reports.core.figures import parse, split
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.inline import href_of, words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.parsed_table import ParsedTable
from reports.exchange.importing.recognise.services import service_of
from reports.exchange.importing.recognise.table_rows import row_of
from reports.exchange.importing.recognise.target_tables import states_money

MONEY = re.compile(r"[€$£]|\b(?:euros?|EUR|GBP|USD|CHF|k€|M€)(?!\w)", re.IGNORECASE)
TOTAL = re.compile(
    r"\W*(?:(?:grand|sous|sub)[\s-]?)?(?:total|totaux|totals|ensemble)(?:\W.*)?", re.IGNORECASE
)
"""The name of a row that adds the others up."""


def is_awards(grid: ParsedTable, said: str) -> bool:
    """Return whether each row names a recipient, and one column of money is headed as the award."""
    names = [words_of(row[0]) if row[0] is not None else "" for row in grid.body]
    if not names or not all(names) or any(map(is_no_recipient, names)):
        return False
    return find_amount(grid, states_money(said)) is not None and names_recipients(grid, said)


def is_no_recipient(name: str) -> bool:
    """Return whether a name cannot be a recipient's: it is a number, a period or a total."""
    return parse(name).is_number or names_period(name) or TOTAL.fullmatch(name) is not None


def find_amount(grid: ParsedTable, is_in_money: bool) -> int | None:
    """Return the index of the only column of money whose heading names an award.

    `is_in_money` says that a line above states a currency as the unit of the numbers.
    """
    words = get_vocabulary()
    named = [
        place
        for place in range(1, len(grid.columns))
        if says_award(grid.columns[place].heading, words) and is_amount(grid, place, is_in_money)
    ]
    return named[0] if len(named) == 1 else None


def names_recipients(grid: ParsedTable, said: str) -> bool:
    """Return whether the first column names services.

    Its heading says so, and no other column names recipients; or all names are links, and the words
    above name a round of funding.
    """
    words = get_vocabulary()
    head, *others = (column.heading for column in grid.columns)
    if words.service.are_in(head):
        return words.recipient.are_in(head) or not any(
            words.recipient.are_in(other) and holds_words(grid, place)
            for place, other in enumerate(others, 1)
        )
    return words.round.are_in(said) and all(row[0] and row[0].find("a") for row in grid.body)


def find_mission(grid: ParsedTable) -> int | None:
    """Return the index of the column whose heading announces the purpose of each service."""
    mission = get_vocabulary().mission
    places = (n for n, column in enumerate(grid.columns) if n and mission.are_in(column.heading))
    return next(places, None)


def put_names_first(grid: ParsedTable) -> ParsedTable | None:
    """Return a table with its only column of names first and its amounts last.

    Return None if the names are in the first column already, if it is uncertain which column has
    them, or if a column before them names the departments.
    """
    places = range(len(grid.columns))
    named = [place for place in places if names_services(grid, place)]
    if len(named) != 1 or named == [0]:
        return None
    department = get_vocabulary().department
    if any(department.are_in(grid.columns[place].heading) for place in range(named[0])):
        return None
    rest = [place for place in places if place != named[0]]
    order = named + sorted(rest, key=lambda place: is_amount(grid, place))
    columns = tuple(grid.columns[place] for place in order)
    return replace(grid, columns=columns, body=[[row[p] for p in order] for row in grid.body])


def names_services(grid: ParsedTable, place: int) -> bool:
    """Return whether the cells of a column are links or are headed « Produit », without numbers."""
    cells = [row[place] for row in grid.body]
    if not all(cell is not None and words_of(cell) for cell in cells):
        return False
    linked = all(cell is not None and cell.find("a") for cell in cells)
    is_named = linked or get_vocabulary().service.are_in(grid.columns[place].heading)
    return is_named and holds_words(grid, place)


def holds_words(grid: ParsedTable, place: int) -> bool:
    """Return whether a column has words in its cells, and no number."""
    cells = (row[place] for row in grid.body)
    words = [text for cell in cells if cell is not None and (text := words_of(cell))]
    return bool(words) and not any(split(each).expression for each in words)


def is_amount(grid: ParsedTable, place: int, is_in_money: bool = False) -> bool:
    """Return whether the cells of a column are money, by their own sign or by words above."""
    column = (row[place] for row in grid.body)
    cells = [words for cell in column if cell is not None and (words := words_of(cell))]
    if not cells:
        return False
    if all(parse(words).currency for words in cells):
        return True
    numbers = all(split(words).expression for words in cells)
    return numbers and (is_in_money or MONEY.search(grid.columns[place].heading) is not None)


def recognise_awards(grid: ParsedTable, caption: str, line: int) -> Draft:
    """Return a table of awards as a block."""
    rows, heads = [], list[Named | None]()
    purpose = find_mission(grid)
    for cells in grid.body:
        row = row_of(cells)
        found = cells[0].find("a") if cells[0] else None
        link = found if isinstance(found, Tag) else None
        mission = row.cells[purpose].raw if purpose is not None else ""
        rows.append(replace(row, url=href_of(link) if link else ""))
        heads.append(service_of(link, row.head, mission, line_of(cells[0]) if cells[0] else line))
    table = Table(grid.columns, tuple(rows))
    value = {"caption": caption, "table": table, "funding_round": None}
    return Draft("funding_table", line, value, heads)
