"""Tables that pandoc's Markdown draws with dashes: « simple » and « grid » tables, as pipe tables.

Each row stays on its line or above it; the lines that a table no longer needs are blank.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reports.exchange.importing.findings import Notice

RULE = re.compile(r" {0,3}-{2,}(?: +-{2,})* *")
RULES = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *")
DASHES = re.compile(r"-+")
GRID = re.compile(r" {0,3}\+(?:[-=:]{2,}\+)+ *")
GRID_ROW = re.compile(r" {0,3}\|.*\| *")
KEPT = "tableau dessiné avec des tirets gardé comme du texte."
MOST = 500  # rows of a table


def convert_drawn_tables(lines: Sequence[str]) -> tuple[list[str], list[Notice]]:
    """Return as many lines, with pipe tables for drawn ones, and those that could not be read; a
    notice has the number of its line from 0.
    """
    converted = list(lines)
    notices = []
    place = 0
    while place < len(converted):
        end, table = read_grid(converted, place) if GRID.fullmatch(converted[place]) else (0, [])
        start = place
        if RULES.fullmatch(converted[place]):
            start, end, table = read_simple(converted, place)
        if table:
            # a table ends at a blank line, and has one before it
            converted[start:end] = table + [""] * (end - start - len(table))
        elif end:
            notices.append(Notice(place, KEPT))
        place = max(place + 1, end)
    return converted, notices


def read_grid(lines: Sequence[str], place: int) -> tuple[int, list[str]]:
    """Return where a grid ends, and its rows as a pipe table; none where a cell spans others."""
    end = place
    while end < len(lines) and (GRID.fullmatch(lines[end]) or GRID_ROW.fullmatch(lines[end])):
        end += 1
    corners = [n for n, sign in enumerate(lines[place]) if sign == "+"]
    rows: list[list[str]] = []
    cells = [""] * (len(corners) - 1)
    heads = 0
    for line in lines[place + 1 : end]:
        if GRID.fullmatch(line):
            if [n for n, sign in enumerate(line) if sign == "+"] != corners:
                return end, []
            rows.append(cells)
            cells = [""] * len(cells)
            heads = len(rows) if "=" in line else heads
        elif any(corner >= len(line) or line[corner] != "|" for corner in corners):
            return end, []
        else:
            parts = [line[a + 1 : b].strip() for a, b in pairwise(corners)]
            cells = [f"{a} {b}".strip() for a, b in zip(cells, parts, strict=True)]
    if not rows or any(cells) or heads > 1:
        return end, []
    return end, write_pipes(rows if heads else [[""] * len(cells), *rows])


def read_simple(lines: Sequence[str], place: int) -> tuple[int, int, list[str]]:
    """Return where a table begins and ends whose columns are the dashes of a rule, and its rows as
    a pipe table; none where a word stands between two columns.
    """
    starts = [dashes.start() for dashes in DASHES.finditer(lines[place])]
    has_head = place > 0 and bool(lines[place - 1].strip()) and not RULE.fullmatch(lines[place - 1])
    start = place - 1 if has_head else place
    end = place + 1
    while end < len(lines) and lines[end].strip() and not RULE.fullmatch(lines[end]):
        end += 1
    is_closed = end < len(lines) and RULE.fullmatch(lines[end]) is not None
    is_apart = start == 0 or not lines[start - 1].strip()
    body = [cut_columns(line, starts) for line in lines[place + 1 : end]]
    head = cut_columns(lines[start], starts) if has_head else [""] * len(starts)
    if not body or len(body) > MOST or not is_apart or not (has_head or is_closed):
        return place, 0, []
    rows = [cells for cells in (head, *body) if cells is not None]
    if len(rows) <= len(body):
        return place, place + 1, []
    table = write_pipes(rows)
    return start, max(end + is_closed, start + len(table)), table


def cut_columns(line: str, starts: Sequence[int]) -> list[str] | None:
    """Return the words of each column; None where one goes on from a column into the next."""
    cuts = [0, *starts[1:], max(len(line), starts[-1])]
    for cut in starts[1:]:
        if line[cut - 1 : cut].strip() and line[cut : cut + 1].strip():
            return None
    return [line[a:b].strip() for a, b in pairwise(cuts)]


def write_pipes(rows: Sequence[Sequence[str]]) -> list[str]:
    head, *body = (f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in rows)
    return [head, f"|{' --- |' * len(rows[0])}", *body]
