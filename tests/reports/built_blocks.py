"""Blocks that are made of what their nodes declare: a body written by hand may lack some."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from reports.core.document import body  # noqa: F401  registers the types of blocks
from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role

Body = list[dict[str, Any]]
TEXTS = (Role.TEXT, Role.RICH_TEXT)


def build_missing(
    written: Collection[dict[str, Any]], keys: Mapping[str, Any], ids: Iterator[str]
) -> Body:
    """Return a full block of each type that a body lacks. `keys` are those of records by kind."""
    present = {block["type"] for block in written}
    return [
        {"type": name, "id": next(ids), "value": fill_node(kind, keys, ids)}
        for name, kind in BLOCKS.items()
        if name not in present
    ]


def fill_unsaid(written: Body, keys: Mapping[str, Any], ids: Iterator[str]) -> Body:
    """Return a body in which each text that no node of it has stands in the first that may."""
    found: dict[type[Node], list[dict[str, Any]]] = {}
    for block in written:
        collect_values(BLOCKS[block["type"]], block["value"], found)
    for kind, values in found.items():
        for name, part in kind.parts.items():
            if part.role in TEXTS and not any(name in value for value in values):
                values[0][name] = fill_part(part, keys, ids)
    return written


def collect_values(
    kind: type[Node], value: Any, found: dict[type[Node], list[dict[str, Any]]]
) -> None:
    """Add a stored node and those within it to what was found of each kind, but for old forms."""
    if not isinstance(value, dict):
        return
    found.setdefault(kind, []).append(value)
    for name, part in kind.parts.items():
        if part.role is Role.NODE:
            collect_values(part.reads, value.get(name), found)
        elif part.role is Role.NODES:
            for item in value.get(name) or ():
                collect_values(part.reads, item["value"], found)


def fill_node(kind: type[Node], keys: Mapping[str, Any], ids: Iterator[str]) -> dict[str, Any]:
    parts = ((name, part) for name, part in kind.parts.items() if part.role is not Role.BOOKKEEPING)
    return {name: fill_part(part, keys, ids) for name, part in parts}


def fill_part(part: Part, keys: Mapping[str, Any], ids: Iterator[str]) -> Any:
    """Return a stored value of a part that says something."""
    match part.role:
        case Role.TEXT:
            return f"Des mots ({part.label})"
        case Role.RICH_TEXT:
            return f"<p>Des <b>mots</b> ({part.label}).</p>"
        case Role.FIGURE:
            return "12"
        case Role.ADDRESS:
            return "/chemin"
        case Role.REFERENCE:
            return keys.get(part.refers_to)
        case Role.NODE:
            return fill_node(part.reads, keys, ids)
        case Role.NODES:
            item = fill_node(part.reads, keys, ids)
            return [{"type": "item", "id": next(ids), "value": item}]
        case Role.TABLE:
            headings = ["Lignes", *["Mots"] * (part.text_columns - 1), "Nombre"]
            columns = [{"id": next(ids), "heading": heading} for heading in headings]
            cells = [*["Des mots"] * part.text_columns, "12"]
            row = {"id": next(ids), "cells": cells, "note": "Une précision"}
            return {"columns": columns, "rows": [row]}
    if part.choices or part.reads is str:
        return part.default
    return {bool: True, int: part.bounds[0], tuple: []}[part.reads]
