"""Aligns columns of figures to the right, with their decimals below each other."""

import re
from collections.abc import Sequence
from typing import Any

from cms.data.blocks import ROWS

MAX_NUMBER_CHARACTERS = 24  # characters; what is longer is a phrase that has a number in it
NUMBER = re.compile(r"(?P<whole>\D*\d(?:[ \u00a0\u202f]?\d)*)(?P<decimals>(?:,\d+)?)(?P<unit>\D*)")

Cell = dict[str, Any]


def align_table(block: dict[str, Any]) -> None:
    """Mark the columns of a table that hold figures, and prepare their cells."""
    rows = block[ROWS[block["__typename"]]]
    for column in block["columns"]:
        cells = [c for row in rows for c in row["cells"] if c["column"] == column["id"]]
        column["isNumeric"] = align_cells(cells)


def align_budget(block: dict[str, Any]) -> None:
    """Mark the columns of a budget that only have figures, and whether one gives the staff."""
    block["hasStaff"] = has_staff(block)
    for name in ("amount", "staff"):
        facts = [line[name] for line in block["budgetLines"] if line[name]]
        is_plain = not any(fact["before"] or fact["after"] for fact in facts)
        block[f"{name}IsNumeric"] = is_plain and align_cells(facts)


def has_staff(block: dict[str, Any]) -> bool:
    """Return whether a line of a budget says how many people work there."""
    facts = (line["staff"] for line in block["budgetLines"])
    return any(f["before"] or f["figure"]["text"] or f["after"] for f in facts if f)


def align_cells(cells: Sequence[Cell]) -> bool:
    """Say whether a column consists of figures. If so, its cells are marked as right-aligned.

    If all have the same unit, each gets as `padding` the decimals by which the longest exceeds it;
    a style sheet reserves their width without showing them.
    """
    figures = [cell for cell in cells if cell["figure"]["state"] == "VALUE"]
    texts = [cell["figure"]["text"] for cell in figures]
    numbers = [NUMBER.fullmatch(text) for text in texts if len(text) <= MAX_NUMBER_CHARACTERS]
    parts = [number for number in numbers if number]
    is_numeric = bool(parts) and len(parts) == len(texts) and not has_words(cells)
    if not is_numeric:
        return False
    for cell in cells:
        cell["isNumeric"] = True
    if len({part["unit"] for part in parts}) == 1:
        pad_decimals(figures, parts)
    return True


def has_words(cells: Sequence[Cell]) -> bool:
    return any(cell["figure"]["state"] == "TEXT" for cell in cells)


def pad_decimals(cells: list[Cell], parts: list[re.Match[str]]) -> None:
    """Give each cell its number and its unit apart, and the decimals that it lacks."""
    longest = max((part["decimals"] for part in parts), key=len)
    for cell, part in zip(cells, parts, strict=True):
        lacking = longest[len(part["decimals"]) :]
        if lacking:
            number = f"{part['whole']}{part['decimals']}"
            cell |= {"number": number, "unit": part["unit"], "padding": lacking}
