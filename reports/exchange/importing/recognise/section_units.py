"""Applies units that a heading or a sentence states to the tables below: « Comptes (en k€) »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.core.document.table import Cell, Table
from reports.core.figures import grammar, parse
from reports.core.figures.column_unit import read_unit
from reports.core.figures.locale import current_locale
from reports.core.figures.stated_unit import find_stated_unit, find_unknown_unit
from reports.core.text.rich_text import plain
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.recognise.captions import TABLES, is_unit

SENTENCE = re.compile(r"(?<=[.;])\s|\n")
MAX_HEADING_LEVEL = 6  # of a heading
LONE = re.compile(r"\A(?:en|in)\s+", re.IGNORECASE)
TABLE_NUMBER = re.compile(r"\b(?:tableau|table)\s+(?:n°\s?)?(\d{1,3})\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(?:(?P<two>deux|two)|(?P<three>trois|three)|(?P<four>quatre|four))\s+"
    r"(?:tableaux|(?:following\s+)?tables)\b",
    re.IGNORECASE,
)
MAX_NOTE_CHARACTERS = 160  # characters of a note below a table
OF_NEXT = re.compile(r"\b(?:ci-dessous|ci-après|suivante?s?|below|following|next)\b", re.IGNORECASE)
COUNTS = {"two": 2, "three": 3, "four": 4}
UNSAID = (
    "« {} » vaut-il aussi pour ce tableau ? Ses nombres sont lus tels quels : dites leur unité "
    "dans sa légende."
)
OF_NUMBERS = re.compile(
    r"\b(?:tableaux?|tables?|montants?|chiffres|sommes|données|valeurs|comptes?|amounts?|figures|sums|values"
    r"|accounts?|numbers)\b",
    re.IGNORECASE,
)


def apply_section_units(drafts: Sequence[Draft], notices: list[Notice]) -> None:
    """Read the numbers of tables in the unit that a heading or a sentence above them states.

    It applies to the first table below, to as many as the sentence says, or to the one that it
    numbers. Notices name other tables of the same part. A note right below a table applies to that
    one.
    """
    words = unit = ""
    section, level, left = 0, 0, 0
    for place, draft in enumerate(drafts):
        if draft.kind == "heading":
            stated = find_large_unit(draft.value["text"])
            section = int(draft.value["level"])
            if stated or section <= level:
                words, unit, level, left = draft.value["text"], stated, section, 1
        elif draft.kind == "paragraph" and (below := find_unit_below(drafts, place)):
            table = drafts[place - 1].value["table"]
            drafts[place - 1].value["table"] = read_table_in(table, below)
        elif draft.kind == "paragraph":
            for sentence in SENTENCE.split(plain(draft.value["text"])):
                if stated := find_sentence_unit(sentence):
                    words, unit, level = sentence, stated, section or MAX_HEADING_LEVEL
                    left = count_tables(sentence)
        elif draft.kind in TABLES and not draft.is_commented:
            caption = draft.value["caption"]
            if find_stated_unit(caption, current_locale()):
                stated = "" if TABLE_NUMBER.search(caption) else find_sentence_unit(caption)
                words, unit = (caption, stated) if stated else (words, unit)
                level, left = level or MAX_HEADING_LEVEL, 0 if stated else left
            elif unit and has_bare_numbers(draft.value["table"]) and not is_other(words, caption):
                if left > 0:
                    draft.value["table"] = read_table_in(draft.value["table"], unit)
                else:
                    notices.append(Notice(draft.line, UNSAID.format(words.strip())))
                left -= 1
                unit = "" if left == 0 and SEVERAL.search(words) else unit


def find_unit_below(drafts: Sequence[Draft], place: int) -> str:
    """Return the unit in a note of one line right below a table; "" if it may be another's.

    Neither the caption may state a unit, nor another table follow.
    """
    table = drafts[place - 1] if place else None
    if table is None or table.kind not in TABLES or table.is_commented:
        return ""
    if find_stated_unit(table.value["caption"], current_locale()):
        return ""
    if place + 1 < len(drafts) and drafts[place + 1].kind in TABLES:
        return ""
    line = plain(drafts[place].value["text"]).partition("\n")[0]
    if (
        len(line) > MAX_NOTE_CHARACTERS
        or OF_NEXT.search(line)
        or not has_bare_numbers(table.value["table"])
    ):
        return ""
    stated = next(filter(None, map(find_sentence_unit, SENTENCE.split(line))), "")
    return stated or (find_stated_unit(line, current_locale()) if is_unit(line) else "")


def count_tables(sentence: str) -> int:
    """Return how many tables a sentence is about: 2 for « les deux tableaux suivants »."""
    found = SEVERAL.search(sentence)
    return COUNTS[str(found.lastgroup)] if found else 1


def is_other(sentence: str, caption: str) -> bool:
    """Return whether a sentence is about a table of another number: « Le tableau 1 est en k€. »."""
    named, own = TABLE_NUMBER.search(sentence), TABLE_NUMBER.match(caption)
    return named is not None and own is not None and named[1] != own[1]


def has_bare_numbers(table: Table) -> bool:
    """Return whether numbers of a table would change their value in another unit."""
    told = table.below_caption("(k€)")
    return any(
        cell.figure.is_number and below.figure != cell.figure
        for row, other in zip(table.rows, told.rows, strict=True)
        for cell, below in zip(row.cells, other.cells, strict=True)
    )


def find_sentence_unit(sentence: str) -> str:
    """Return the unit in a sentence about numbers in general, or one that is only a unit.

    "Thousands of euros." is one. A sentence with a number of its own has none.
    """
    lone = LONE.sub("", grammar.plain(sentence).strip(" \n.;:"))
    if any(map(str.isdigit, TABLE_NUMBER.sub(" ", sentence).replace("000", ""))):
        return ""
    is_lone = read_unit(lone, current_locale()) is not None
    return find_large_unit(sentence) if is_lone or OF_NUMBERS.search(sentence) else ""


def find_large_unit(words: str) -> str:
    """Return the unit that words state, if it multiplies numbers."""
    if unknown := find_unknown_unit(words, current_locale()):
        return unknown
    stated = find_stated_unit(words, current_locale())
    unit = read_unit(stated, current_locale()) if stated else None
    return stated if unit is not None and unit.power else ""


def read_table_in(table: Table, unit: str) -> Table:
    """Return a table with a corrected reading for each cell that the unit changes."""
    told = table.below_caption(f"({unit})")
    rows = tuple(
        replace(row, cells=tuple(map(correct_cell, row.cells, below.cells)))
        for row, below in zip(table.rows, told.rows, strict=True)
    )
    return Table(table.columns, rows)


def correct_cell(cell: Cell, told: Cell) -> Cell:
    """Return a cell with the reading of `told`, which has the unit; in doubt, make it words."""
    figure = told.figure
    if cell.read_as or (figure.value, figure.unit) == (cell.figure.value, cell.figure.unit):
        return cell
    stated = figure.away_from_column.text
    again = parse(stated)
    is_same = (again.value, again.unit, again.step) == (figure.value, figure.unit, figure.step)
    return replace(cell, read_as=stated if figure.is_number and is_same else f"{cell.raw} ?")
