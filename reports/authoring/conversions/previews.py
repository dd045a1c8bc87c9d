"""Builds the preview of a converted block: its first rows as a plain table."""

from collections.abc import Iterable
from typing import Any

from reports.core.document.block import Block
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Table
from reports.core.document.visible_text import iterate_part_texts

MAX_PREVIEW_ROWS = 4
MAX_CELL_CHARACTERS = 90  # characters of a cell
SHOWN = (Role.TEXT, Role.RICH_TEXT, Role.FIGURE, Role.NODE, Role.NODES)
LINKED = "Fiche"
YES = "reliée"

Preview = dict[str, Any]


def preview_block(block: Block) -> Preview:
    """Return headings, rows, and the number of further rows.

    They come from the table or the items of a block, or from its own parts.
    """
    for name, part in block.parts.items():
        value = getattr(block, name)
        if part.role is Role.TABLE and value.rows:
            return preview_table(value, is_linked=bool(part.refers_to))
        if part.role is Role.NODES:
            return preview_items(value)
    return preview_items([block])


def preview_table(table: Table, *, is_linked: bool) -> Preview:
    heads = [column.heading for column in table.columns]
    rows = [[shorten(cell.raw) for cell in row.cells] for row in table.rows[:MAX_PREVIEW_ROWS]]
    if is_linked:
        heads.insert(1, LINKED)
        for row, made in zip(table.rows, rows, strict=False):
            made.insert(1, YES if row.confirmed_ref else "")
    return {"heads": heads, "rows": rows, "more": max(0, len(table.rows) - MAX_PREVIEW_ROWS)}


def preview_items(items: Iterable[Node]) -> Preview:
    """Return items as rows, with a column for each part that has a value in one of them."""
    listed = list(items)
    parts = [
        (name, part)
        for name, part in (listed[0].parts.items() if listed else ())
        if any(show_part(part, getattr(item, name)) for item in listed)
    ]
    if len(parts) > 1 and parts[0][1].role is Role.REFERENCE:
        parts[:2] = reversed(parts[:2])  # after the name
    rows = (
        [shorten(show_part(part, getattr(item, name))) for name, part in parts]
        for item in listed[:MAX_PREVIEW_ROWS]
    )
    heads = [LINKED if part.role is Role.REFERENCE else part.label for _, part in parts]
    return {"heads": heads, "rows": list(rows), "more": max(0, len(listed) - MAX_PREVIEW_ROWS)}


def show_part(part: Part, value: Any) -> str:
    """Return a part in words: its items one after the other."""
    if part.role is Role.REFERENCE:
        return YES if value is not None else ""
    if part.role is Role.NODES:
        return " ; ".join(filter(None, map(join_node, value)))
    if part.role not in SHOWN:
        return ""
    return " ".join(join_texts(iterate_part_texts(part, value)).split())


def join_node(node: Node) -> str:
    return join_texts(
        text
        for name, part in node.parts.items()
        for text in iterate_part_texts(part, getattr(node, name))
    )


def join_texts(texts: Iterable[str]) -> str:
    return " ".join(" ".join(filter(None, map(str.strip, texts))).split())


def shorten(text: str) -> str:
    return text if len(text) <= MAX_CELL_CHARACTERS else f"{text[: MAX_CELL_CHARACTERS - 1]}…"
