"""Estimates the height of a frame that shows a whole chart or table with source and licence.

Characters are counted, not measured; a browser test compares the estimate with the real height.
"""

import re
from decimal import Decimal
from math import ceil
from typing import Any

from cms.data.blocks import ROWS

MAX_HEIGHT_PIXELS = 2_400  # pixels: a longer table scrolls within its frame
MARGIN_PIXELS = 32  # left and right of everything, and above and below
LINE_PIXELS = 24  # of text, and the space above and below a cell
CELL_PADDING_PIXELS = 32  # left and right of a cell
LINE_END_PIXELS = 24  # at the end of a line of a narrow cell, where the next word has no room
CHARACTER_PIXELS = 8  # on average
MIN_DRAWING_PIXELS = 480  # as `bilan.css` has it
MIN_CELL_PIXELS = 112
NOTICE_PIXELS = 88  # that there is a newer version: not yet there when the code is copied
SOURCE_PIXELS = 3 * LINE_PIXELS
VIEW_CHOICE_PIXELS = 56  # the choice between drawing and table
TRANSCRIPTION_PIXELS = 48
VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')

Block = dict[str, Any]


def estimate_height(block: Block, title: str, width: int) -> int:
    """Return the height of a frame of some width, both in pixels."""
    inner = width - MARGIN_PIXELS
    height = (
        MARGIN_PIXELS
        + count_lines(title, inner * 2 // 3) * LINE_PIXELS
        + NOTICE_PIXELS
        + SOURCE_PIXELS
    )
    if block["__typename"] == "ChartBlock":
        height += estimate_chart(block, inner)
    else:
        height += estimate_table(list_cells(block), inner)
    return min(height, MAX_HEIGHT_PIXELS)


def estimate_chart(block: Block, width: int) -> int:
    """Return the height of a chart: its drawing or picture, else its table; and its words."""
    drawing = estimate_drawing(block, width)
    height = drawing or estimate_table(list_cells(block), width)
    height += VIEW_CHOICE_PIXELS if drawing and block["rows"] else 0
    height += sum(
        count_lines(words, width) * LINE_PIXELS + LINE_PIXELS
        for words in (block["note"], block["unit"], block["source"])
        if words
    )
    return height + (TRANSCRIPTION_PIXELS if block["transcription"]["html"] else 0) + MARGIN_PIXELS


def estimate_drawing(block: Block, width: int) -> int:
    found = VIEW_BOX.search(block["svg"] or "")
    if found:
        across, down = map(Decimal, found.groups())
        return ceil(max(width, MIN_DRAWING_PIXELS) * down / across)
    picture = block["picture"]
    return ceil(width * picture["height"] / picture["width"]) if picture else 0


def list_cells(block: Block) -> list[list[str]]:
    """Return the words of a table, its head first."""
    if block["__typename"] == "BudgetBlock":
        facts = ("amount", "staff")
        lines = block["budgetLines"]
        return [["", "", ""]] + [
            [f"{line['title']} {line['detail']}", *(read_words(line[name]) for name in facts)]
            for line in lines
        ]
    heads = [column["heading"] for column in block["columns"]]
    return [heads] + [
        [read_head(row), *(cell["text"] for cell in row["cells"])]
        for row in block[ROWS[block["__typename"]]]
    ]


def read_words(fact: Block | None) -> str:
    return " ".join([fact["before"], fact["figure"]["text"], fact["after"]]) if fact else ""


def read_head(row: Block) -> str:
    notes = (row[name]["html"] for name in ("definition", "note") if row.get(name))
    return " ".join([row["name"], *notes])


def estimate_table(rows: list[list[str]], width: int) -> int:
    """Return the height of rows, whose columns are as wide as they have words.

    A chart without a drawing may have no column either: it has no height.
    """
    if not rows[0]:
        return 0
    widths = share_width(rows, width)
    return sum(
        LINE_PIXELS
        + LINE_PIXELS
        * max(
            count_lines(words, wide - CELL_PADDING_PIXELS - LINE_END_PIXELS)
            for words, wide in zip(row, widths, strict=False)
        )
        for row in rows
    )


def share_width(rows: list[list[str]], width: int) -> list[int]:
    """Return the width of each column: short ones get what they need, long ones share the rest."""
    needs = [
        max(map(len, column)) * CHARACTER_PIXELS + CELL_PADDING_PIXELS
        for column in zip(*rows, strict=False)
    ]
    needs = [max(MIN_CELL_PIXELS, need) for need in needs]
    short = [need for need in needs if need <= width // len(needs)]
    rest = sum(needs) - sum(short)
    room = max(width - sum(short), 0)
    return [
        need if need in short or rest <= room else max(MIN_CELL_PIXELS, room * need // rest)
        for need in needs
    ]


def count_lines(words: str, width: int) -> int:
    return max(1, ceil(len(words) * CHARACTER_PIXELS / max(width, CHARACTER_PIXELS)))
