"""Keeps as text the numbers that English and French read differently, such as 133,000.

This concerns files whose language is unknown.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from reports.core.document.table import Cell, Table
from reports.core.figures import respelt
from reports.core.figures.grammar import plain
from reports.core.figures.locale import UNKNOWN, current_locale
from reports.core.figures.reading import TWO_WAYS, can_be_read_two_ways
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.source import Source

MAX_NOTICES = 20  # notices, for a file that has many such numbers
MARK = re.compile(r"[<\[][^<>\[\]]*+[>\]]\(?[^ )]*+")  # links and tags, whose numbers nobody reads


def settle_unclear_numbers(source: Source, drafts: Iterable[Draft]) -> list[Notice]:
    """Keep such numbers as text in drafts, and return a notice for each line that has one."""
    keep_as_text(drafts)
    return find_unclear_numbers(source)


def find_unclear_numbers(source: Source) -> list[Notice]:
    """Return a notice for each line with such a number, if the language is unknown."""
    if current_locale().language != UNKNOWN:
        return []
    notices = []
    for number, line in enumerate(source.text.split("\n"), source.first_line):
        if found := TWO_WAYS.search(MARK.sub(" ", plain(line))):
            grouped = found[0].replace(",", " ")
            notices.append(
                Notice(
                    number,
                    f"« {found[0]} » se lit {grouped} en anglais et {found[0]} en français : "
                    "gardé en texte. Dites la langue du fichier à l’import (--language).",
                )
            )
    if len(notices) > MAX_NOTICES:
        rest = (
            f"{len(notices) - MAX_NOTICES} autres lignes ont un nombre qui se lit de deux façons."
        )
        notices[MAX_NOTICES:] = [Notice(notices[MAX_NOTICES].line, rest)]
    return notices


def keep_as_text(drafts: Iterable[Draft]) -> None:
    """Keep such numbers in tables as text, even if the report is given a language later.

    Their corrected reading (`read_as`) is a question, « 133 000 ou 133,000 ? », which is no number.
    """
    for draft in drafts:
        draft.value = {name: mark_value(value) for name, value in draft.value.items()}


def mark_value(value: Any) -> Any:
    """Return a value of a draft in which such numbers in tables are marked."""
    match value:
        case Table():
            rows = (replace(row, cells=tuple(mark_cells(row.cells))) for row in value.rows)
            return Table(value.columns, tuple(rows))
        case dict():
            return {name: mark_value(each) for name, each in value.items()}
        case list():
            return [mark_value(each) for each in value]
    return value


def mark_cells(cells: Iterable[Cell]) -> Iterator[Cell]:
    for place, cell in enumerate(cells):
        is_unclear = can_be_read_two_ways(plain(cell.raw), current_locale())
        if place and is_unclear and not cell.read_as:
            meant = " ou ".join([*respelt(cell.raw), cell.raw.strip()])
            yield replace(cell, read_as=f"{meant} ?")
        else:
            yield cell
