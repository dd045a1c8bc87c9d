"""Replaces text in stored blocks. Addresses, references and settings are not changed."""

from collections.abc import Iterable
from typing import Any

from reports.authoring.replacements.collector import Collector
from reports.authoring.replacements.lines import PARTS, replace_line
from reports.authoring.replacements.values import (
    Trail,
    replace_cell,
    replace_cited_line,
    replace_figure,
    replace_html,
    replace_note,
    replace_text,
)
from reports.content.validation import lengths
from reports.core.document import read
from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.stored_json import is_item
from reports.core.document.traversal import extend_trail, visit_blocks
from reports.core.figures.locale import current_locale

Raw = dict[str, Any]


def replace_blocks(collector: Collector, blocks: list[Raw]) -> list[Raw]:
    """Return the stored blocks that have changed, in the order of the body."""
    changed: list[Raw] = []
    for visit, raw in zip(visit_blocks(read(blocks, current_locale())), blocks, strict=True):
        if not isinstance(raw.get("value"), dict):
            continue
        collector.enter(visit)
        trail = (visit.block.label,)
        value = replace_node(collector, BLOCKS[raw["type"]], raw["value"], trail)
        if value != raw["value"]:
            changed.append({**raw, "value": value})
    return changed


def replace_node(collector: Collector, cls: type[Node], value: Any, trail: Trail) -> Any:
    """Return the stored value of a node, part by part; the parts of a fact are one line."""
    if not isinstance(value, dict):
        return value
    made = dict(value)
    for name, part in cls.parts.items():
        if name in PARTS and name in cls.line_parts:
            if name == PARTS[0]:
                made = replace_line(collector, made, trail)
        elif name in made:
            below = extend_trail(trail, part.label)
            if part.cited_in:
                made |= replace_cited_line(collector, made, name, part.cited_in, below)
            else:
                made[name] = replace_part(collector, part, made[name], below)
    return made


def replace_part(collector: Collector, part: Part, value: Any, trail: Trail) -> Any:
    match part.role:
        case Role.TEXT:
            return replace_text(collector, value, trail)
        case Role.RICH_TEXT:
            return replace_html(collector, value, trail)
        case Role.FIGURE:
            return replace_figure(collector, value, trail)
        case Role.TABLE if isinstance(value, dict):
            return replace_table(collector, value, trail, part.text_columns)
        case Role.NODE:
            return replace_node(collector, part.reads, value, trail)
        case Role.NODES if isinstance(value, list):
            return replace_items(collector, part.reads, value, trail)
    return value


def replace_items(
    collector: Collector, cls: type[Node], items: Iterable[Any], trail: Trail
) -> list[Any]:
    """Return the stored items of a list."""
    made: list[Any] = []
    for number, item in enumerate(items, 1):
        here = (*trail, str(number))
        if is_item(item):
            made.append({**item, "value": replace_node(collector, cls, item["value"], here)})
        else:
            made.append(replace_node(collector, cls, item, here))
    return made


def replace_table(collector: Collector, table: Raw, trail: Trail, text_columns: int) -> Raw:
    """Return a stored table: its headings, its cells, and the notes below the heads of rows."""
    made = dict(table)
    if isinstance(columns := table.get("columns"), list):
        made["columns"] = [replace_column(collector, column, trail) for column in columns]
    if isinstance(rows := table.get("rows"), list):
        made["rows"] = [replace_row(collector, row, trail, text_columns) for row in rows]
    return made


def replace_column(collector: Collector, column: Any, trail: Trail) -> Any:
    if not isinstance(column, dict) or "heading" not in column:
        return column
    heading = replace_text(collector, column["heading"], trail, lengths.MAX_CELL_CHARACTERS)
    return {**column, "heading": heading}


def replace_row(collector: Collector, row: Any, trail: Trail, text_columns: int) -> Any:
    if not isinstance(row, dict) or not isinstance(cells := row.get("cells"), list):
        return row
    head = cells[0] if cells else ""
    here = extend_trail(trail, str(head.get("raw", "") if isinstance(head, dict) else head))
    made = {
        **row,
        "cells": [
            replace_cell(collector, cell, here, rank < text_columns)
            for rank, cell in enumerate(cells)
        ],
    }
    if "note" in row:
        made["note"] = replace_note(collector, row["note"], here)
    return made
