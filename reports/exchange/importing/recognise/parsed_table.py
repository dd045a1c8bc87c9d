"""Parses an HTML table into a rectangle of cells, with the headings of its columns in one row."""

from dataclasses import dataclass, field

from bs4 import Tag

from reports.content.tables import Column
from reports.core.figures import State, parse
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.unmarked_heads import YEAR, is_unmarked_head

Cells = list[Tag | None]
"""A row; where a cell spans others, those are None."""
COVERED = "cellules fusionnées : les cellules couvertes sont vides."


@dataclass(frozen=True)
class ParsedTable:
    """Columns, rows of cells, and whether the headings were in two rows."""

    columns: tuple[Column, ...]
    body: list[Cells]
    has_joined_heads: bool = False
    heads: list[Cells] = field(default_factory=list)


def parse_table(element: Tag, notices: list[Notice]) -> ParsedTable | None:
    """Parse a `<table>`; return None if it has no cell."""
    cells = expand_spans(own_rows(element), notices)
    if not cells:
        return None
    heads = count_head_rows(cells)
    joined = join_heads(cells[:heads]) if heads > 1 else None
    if joined is not None:
        return ParsedTable(joined, cells[heads:], has_joined_heads=True, heads=cells[:heads])
    head: Cells = cells[0] if heads else [None] * len(cells[0])
    columns = tuple(Column(words_of(cell) if cell else "") for cell in head)
    return ParsedTable(columns, cells[1:] if heads else cells, heads=[head])


def own_rows(element: Tag) -> list[Tag]:
    return [tr for tr in element.find_all("tr") if tr.find_parent("table") is element]


def expand_spans(rows: list[Tag], notices: list[Notice]) -> list[Cells]:
    """Return the cells as a rectangle, with None for covered ones."""
    grid: list[Cells] = []
    pending: dict[tuple[int, int], None] = {}
    for place, tr in enumerate(rows):
        row: Cells = []
        for cell in tr.find_all(["td", "th"], recursive=False):
            while (place, len(row)) in pending:
                row.append(None)
            start, wide, high = len(row), read_span(cell, "colspan"), read_span(cell, "rowspan")
            row += [cell, *[None] * (wide - 1)]
            for below in range(1, high):
                pending |= {(place + below, start + right): None for right in range(wide)}
            if (wide > 1 or high > 1) and not is_head(cell):
                notices.append(Notice(line_of(cell), COVERED))
        grid.append(row)
    width = max((len(row) for row in grid), default=0)
    return [row + [None] * (width - len(row)) for row in grid] if width else []


def read_span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return max(1, min(int(value), 100)) if value.isascii() and value.isdigit() else 1


def is_head(cell: Tag) -> bool:
    """Return whether a cell is the heading of its column, and not that of its row."""
    return cell.find_parent("thead") is not None or (
        cell.name == "th" and cell.get("scope") not in ("row", "rowgroup")
    )


def count_head_rows(cells: list[Cells]) -> int:
    """Return how many rows at the top contain only headings: none, one or two."""
    count = 0
    for row in cells[:2]:
        if not all(cell is None or is_head(cell) for cell in row):
            break
        count += 1
    if count == 0 and is_unmarked_head(cells):
        count = 1
    return 2 if count == 1 and is_second_head(cells) else count


def is_second_head(cells: list[Cells]) -> bool:
    """Return whether the second row continues the headings, although it is not marked so.

    Below a wide heading, it has years or words above numbers; in other columns, one of both rows is
    empty.
    """
    if len(cells) < 3:
        return False
    divided = False
    for place, above in enumerate(spread_cells(cells[0])):
        words = read_words(cells[1][place])
        if above is not None and read_span(above, "colspan") > 1:
            is_word = YEAR.fullmatch(words) or parse(words).state is State.TEXT
            below = (parse(read_words(row[place])) for row in cells[2:])
            if not words or not is_word or not any(figure.is_number for figure in below):
                return False
            divided = True
        elif words and read_words(above):
            return False
    return divided


def read_words(cell: Tag | None) -> str:
    return words_of(cell) if cell is not None else ""


def join_heads(heads: list[Cells]) -> tuple[Column, ...] | None:
    """Return joined headings such as « 2024 – Résultat » for two rows of headings.

    Return None if no cell spans others: the second row is then not part of the headings.
    """
    if not any(read_span(cell, "colspan") > 1 for row in heads for cell in row if cell):
        return None
    words = (map(read_words, column) for column in zip(*map(spread_cells, heads), strict=True))
    return tuple(Column(" – ".join(filter(None, parts))) for parts in words)


def spread_cells(row: Cells) -> Cells:
    """Return the cell above each column; a wide cell is repeated above all its columns."""
    spread: Cells = []
    wide, left = None, 0
    for cell in row:
        if cell is not None:
            wide, left = cell, read_span(cell, "colspan")
        spread.append(wide if left > 0 else None)
        left -= 1
    return spread
