"""Detects that the first row of a table is its head, although its cells are ordinary `<td>`.

Word processors and their exports write such tables.
"""

import re
from collections.abc import Sequence

from bs4 import Tag

from reports.core.figures import State, parse
from reports.exchange.importing.inline import words_of

YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d)?\d\d)?")
BOLD = ("b", "strong")


def is_unmarked_head(rows: Sequence[Sequence[Tag | None]]) -> bool:
    """Return whether only the first row is bold, or names the columns of the numbers below it."""
    first, below = rows[0], rows[1:]
    if len(first) < 2 or not below or any(cell is not None and cell.name == "th" for cell in first):
        return False
    words = [words_of(cell) if cell else "" for cell in first]
    if not all(words[1:]) or len(set(words)) < len(words):
        return False
    if all(is_bold(cell) for cell in first if cell is not None and words_of(cell)):
        return not is_wholly_bold(below[0])
    columns = list(zip(*below, strict=True))
    return has_years(words, columns) or has_names(words, columns)


def has_years(words: Sequence[str], columns: Sequence[Sequence[Tag | None]]) -> bool:
    """Return whether years are above numbers that are no years, and only words above others."""
    are_years = [YEAR.fullmatch(word) is not None for word in words]
    numbers = [are_numbers(column) for column in columns]
    return any(
        is_year and is_number for is_year, is_number in zip(are_years, numbers, strict=True)
    ) and all(
        is_year or is_text(word) for is_year, word in zip(are_years[1:], words[1:], strict=True)
    )


def has_names(words: Sequence[str], columns: Sequence[Sequence[Tag | None]]) -> bool:
    """Return whether words are above two or more columns of numbers, or next to years."""
    if len(columns[0]) < 2 or not all(map(is_text, words)):
        return False
    numbers = [are_numbers(column) for column in columns[1:]]
    names = [words_of(cell) if cell else "" for cell in columns[0]]
    return sum(numbers) > 1 or (any(numbers) and all(map(YEAR.fullmatch, names)))


def are_numbers(column: Sequence[Tag | None]) -> bool:
    """Return whether a column has only numbers, and no years."""
    words = [text for cell in column if cell is not None and (text := words_of(cell))]
    return bool(words) and all(parse(text).is_number and not YEAR.fullmatch(text) for text in words)


def is_text(words: str) -> bool:
    return parse(words).state is State.TEXT


def is_wholly_bold(row: Sequence[Tag | None]) -> bool:
    return all(is_bold(cell) for cell in row if cell is not None and words_of(cell))


def is_bold(cell: Tag) -> bool:
    """Return whether all words of a cell are bold."""
    marks = cell.find_all(BOLD)
    return bool(marks) and words_of(cell) == " ".join(words_of(mark) for mark in marks).strip()
