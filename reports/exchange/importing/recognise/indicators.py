"""Recognises tables of indicators: a column of names, then columns of periods."""

import re
from collections.abc import Sequence

from reports.content.tables import Column, Table
from reports.core.document.periods import read_period
from reports.core.figures import Unit, parse
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.parsed_table import ParsedTable
from reports.exchange.importing.recognise.table_rows import row_of
from reports.exchange.importing.recognise.target_tables import sets_targets

BARE = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?")


def is_indicators(table: ParsedTable, said: str) -> bool:
    """Return whether a table lists indicators with results or targets of periods.

    Names come first, and a later column has a period and a number; or targets are beside results.
    `said` are the lines above the table.
    """
    if sets_targets(table):
        return True
    columns, body = table.columns, table.body
    states = any(map(is_statement, columns[1:]))
    words = get_vocabulary()
    indicator = words.indicator
    named = indicator.are_in(columns[0].heading)
    if not (named or indicator.are_in(said) or has_aims(columns) or has_units(table)):
        return False  # regions have results too
    is_measured = named or any(map(is_aim, columns[1:]))
    stated = [
        place
        for place, column in enumerate(columns)
        if read_period(column)
        and (place or not words.target.are_in(column.heading))  # names of what was aimed at
        and (is_statement(column) or (is_bare(column) and is_measured))
    ]
    names = [parse(words_of(row[0])).is_number for row in body if row[0] is not None]
    if not stated or 0 in stated or any(names) or not (states or named):
        return False
    if any(indicator.are_in(column.heading) or is_planned(column) for column in columns[1:]):
        return False
    cells = [row[place] for row in body for place in stated]
    return any(cell is not None and parse(words_of(cell)).is_number for cell in cells)


def has_aims(columns: Sequence[Column]) -> bool:
    """Return whether some headings are of results and others of targets."""
    words = get_vocabulary()
    heads = [column.heading for column in columns[1:]]
    return any(map(words.result.are_in, heads)) and any(map(words.target.are_in, heads))


def has_units(table: ParsedTable) -> bool:
    """Return whether the numbers of the table have several units."""
    rows = ([parse(words_of(cell)) for cell in row[1:] if cell is not None] for row in table.body)
    return len({f.unit for row in rows for f in row if f.is_number}) > 1


def is_statement(column: Column) -> bool:
    """Return whether a heading announces results or targets."""
    words = get_vocabulary()
    return words.result.are_in(column.heading) or words.target.are_in(column.heading)


def is_planned(column: Column) -> bool:
    """Return whether a heading names an amount of a period that is no result: « Budget 2031 ».

    In a table of indicators, it would be taken for a result.
    """
    amount = get_vocabulary().amount
    return amount.are_in(column.heading) and bool(read_period(column)) and not is_statement(column)


def is_aim(column: Column) -> bool:
    """Return whether a heading is only « Objectif » or "Target"."""
    return get_vocabulary().target.are_in(column.heading) and len(column.heading.split()) == 1


def is_bare(column: Column) -> bool:
    """Return whether a heading is only a year, a school year or a financial year."""
    return BARE.fullmatch(column.heading.strip()) is not None


def recognise_indicators(table: ParsedTable, caption: str, line: int) -> Draft:
    rows = tuple(row_of(row) for row in table.body)
    heads: list[Named | None] = []
    for row, cells in zip(rows, table.body, strict=True):
        units = {parse(cell.raw).unit for cell in row.cells[1:] if parse(cell.raw).is_number}
        fields = (("definition", row.note), ("unit", "%" if units == {Unit.PERCENT} else ""))
        place = line_of(cells[0]) if cells[0] else line
        heads.append(Named("indicator", row.head, fields=fields, line=place) if row.head else None)
    return Draft(
        "indicator_table", line, {"caption": caption, "table": Table(table.columns, rows)}, heads
    )
