"""Recognises tables that lay out key figures: numbers with labels beside or below them."""

import re
from collections.abc import Sequence

from reports.core.document.periods import names_period
from reports.core.figures import parse
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.recognise.parsed_table import Cells, ParsedTable

MIN_FIGURES = 3  # in one table
MAX_LABEL_CHARACTERS = 80  # characters of what a number counts
YEAR = re.compile(r"(?:19|20)\d\d")


def recognise_figure_table(table: ParsedTable, caption: str, line: int) -> Draft | None:
    """Return the key figures in a table without headings; None for other tables.

    Numbers are in the first of two columns, or in the first of two rows. The first row may have
    their year above the first column.
    """
    heads = [column.heading.strip() for column in table.columns]
    rows = [read_row(row) for row in table.body]
    if caption or not all(rows) or any(cell and cell.find(["a", "img"]) for cell in flat(table)):
        return None
    if any(heads):
        rows.insert(0, heads)
    title, printed = "", " ".join(word for row in rows for word in row)
    if len(rows) == 2 and len(heads) >= MIN_FIGURES:
        pairs = list(zip(*rows, strict=True))
    elif len(heads) == 2 and len(rows) >= MIN_FIGURES:
        if names_period(rows[0][0]) and not rows[0][1]:
            title, *_ = rows.pop(0)
        pairs = [(row[0], row[1]) for row in rows]
    else:
        return None
    if len(pairs) < MIN_FIGURES or not are_key_figures(pairs):
        return None
    facts = [{"before": "", "figure": n, "after": words, "url": ""} for n, words in pairs]
    value = {"groups": [{"title": title, "facts": facts}]}
    return Draft("key_figures", line, value, printed=printed)


def read_row(cells: Cells) -> list[str]:
    """Return the words of a row; nothing if one of its cells is covered by another."""
    return [] if None in cells else [words_of(cell) for cell in cells if cell is not None]


def flat(table: ParsedTable) -> Cells:
    return [cell for row in table.body for cell in row]


def are_key_figures(pairs: Sequence[tuple[str, ...]]) -> bool:
    """Return whether each pair is a number and its label, and not a rank, a year or two numbers."""
    numbers, words = zip(*pairs, strict=True)
    figures = [parse(number) for number in numbers]
    if not all(figure.is_number for figure in figures) or any(map(YEAR.fullmatch, numbers)):
        return False
    if [figure.value for figure in figures] == list(range(1, len(figures) + 1)):
        return False
    return all(
        word and len(word) <= MAX_LABEL_CHARACTERS and not parse(word).is_number for word in words
    )
