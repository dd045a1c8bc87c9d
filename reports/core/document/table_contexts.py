"""Computes the context of the numbers in a table from headings, row heads, caption and column.

A context tells the unit of a bare number, and if the number is a year or unclear.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.core.document.shared_unit import Kind, SharedUnit, classify
from reports.core.figures.column_context import (
    CALENDAR,
    CHANGE,
    LEVEL,
    ColumnContext,
    names_years,
    read_column_context,
)
from reports.core.figures.column_unit import SIGNED
from reports.core.figures.grammar import YEAR, plain
from reports.core.figures.locale import Locale
from reports.core.figures.stated_unit import is_unit_stated

_SIGNS, _DIFFERENCE, _PLUS, _OPEN = ("-", "+", "("), ("-", "+"), "+", "("
_UNITS = re.compile(
    r"\W*(?:unités?(?: de (?:mesure|compte))?|units?(?: of measure(?:ment)?)?|uom)\W*",
    re.IGNORECASE,
)
"""The head of a column that states the unit of each row."""
_VALUES = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:valeurs?|résultats?|réalisée?s?|objectifs?|cibles?|prévue?s?"
    r"|values?|results?|actuals?|targets?|goals?|baselines?|outturn)\b",
    re.IGNORECASE,
)
"""The heads of the columns whose numbers are in it."""
_ROW_UNIT = re.compile(r"\(\ ?([^()]{1,60}?)\ ?\)\W{0,9}\Z")


def read_contexts(
    headings: Sequence[str], rows: Sequence[tuple[str, ...]], caption: str, locale: Locale
) -> Iterator[list[ColumnContext | None]]:
    """Yield for each row the context of each of its cells, None for what stands for itself.

    `rows` are the raw texts of the cells, the head of the row first.
    """
    columns = [read_column_context(heading, locale) for heading in headings]
    shared = SharedUnit(caption, headings, rows, locale)
    given = [shared.give_column(n, column) for n, column in enumerate(columns)]
    units = next((n for n, heading in enumerate(headings) if n and _UNITS.fullmatch(heading)), 0)
    siblings = [Siblings(row[n] for row in rows if n < len(row)) for n in range(len(headings))]
    for row in rows:
        head = row[0] if row else ""
        unit = find_row_unit(head, locale)
        cell_unit = find_cell_unit(row, units, locale)
        contexts: list[ColumnContext | None] = [None] * len(row)
        for n, raw in list(enumerate(row[: len(headings)]))[1:]:
            text = plain(raw).strip()
            if not text:
                continue
            if YEAR.fullmatch(text) and is_year_of(head, columns[n].heading):
                contexts[n] = read_column_context(head, locale)
                continue
            if siblings[n].are_years_below(columns[n]):
                contexts[n] = replace(columns[n], is_year=True)
                continue
            context = shared.give_row(head, columns[n], given[n])
            is_charge = text[0] == _OPEN and classify(head) is not Kind.NUMBER
            if is_charge and context.is_unclear and given[n].is_money:
                context = given[n]  # no people are below zero: what « Personnel » costs
            if unit:
                context = read_column_context(f"{columns[n].heading} ({unit})", locale)
            elif cell_unit and not columns[n].unit and _VALUES.search(columns[n].heading):
                context = read_column_context(f"{columns[n].heading} ({cell_unit})", locale)
            contexts[n] = place_context(head, text, context, siblings[n])
        yield contexts


def is_year_of(head: str, heading: str) -> bool:
    """Return whether a row has years: below periods, what is « lancé » or « ouvert » is counted."""
    is_calendar = CALENDAR.search(head) is not None
    return names_years(head) and (is_calendar or classify(heading) is Kind.OTHER)


class Siblings:
    """The cells of one column: whether they have signs, and whether all of them are years."""

    def __init__(self, cells: Iterable[str]) -> None:
        texts = [text for cell in cells if (text := plain(cell).strip())]
        self.has_plus = any(text.startswith(_PLUS) for text in texts)
        self.has_unsigned = any(text[0].isdigit() and text.strip("0.,% ") for text in texts)
        self.are_years = len(texts) > 1 and all(map(YEAR.fullmatch, texts))

    def are_years_below(self, column: ColumnContext) -> bool:
        """Whether all of them are years, below a head that names no period and nothing counted."""
        return self.are_years and not column.unit and classify(column.heading) is Kind.OTHER


def place_context(
    head: str, text: str, context: ColumnContext, siblings: Siblings
) -> ColumnContext | None:
    """Return what is said of a cell, None where it stands for itself."""
    if context.has_no_amounts and text[0] not in _DIFFERENCE:
        return context
    if text[0] not in _SIGNS:
        return context if context.unit or context.is_unclear or context.is_year else None
    if text[0] == _OPEN:
        return context if context.unit or siblings.has_unsigned or context.has_notes else None
    is_change = LEVEL.search(context.heading) is None and (
        CHANGE.search(head) is not None
        or siblings.has_plus
        or (context.is_change and not siblings.has_unsigned)
    )
    heading = f"{context.heading} {SIGNED}" if is_change else context.heading
    return replace(context, is_change=is_change, heading=heading)


def find_row_unit(head: str, locale: Locale) -> str:
    """Return the unit in the last brackets of the head of a row: « Recettes (k€) »."""
    found = _ROW_UNIT.search(plain(head)) if "(" in head else None
    words = f"({found[1]})" if found else ""
    return found[1] if found and is_unit_stated(words, locale) else ""


def find_cell_unit(row: Sequence[str], place: int, locale: Locale) -> str:
    """Return the unit that a row states in the column of units, if there is one (not the first)."""
    text = plain(row[place]).strip(" ()") if 0 < place < len(row) else ""
    return text if text and is_unit_stated(f"({text})", locale) else ""
