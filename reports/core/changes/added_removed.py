"""Lists the texts of a block or an item that was added or removed as a whole."""

from collections.abc import Iterator
from typing import Any

from reports.core.changes.change import Change, Kind, Piece, Trail
from reports.core.changes.display import (
    display_figure,
    display_value,
    extend_trail,
    is_shown,
    name_item,
    split_line,
)
from reports.core.changes.reference_names import ReferenceNames
from reports.core.changes.table_words import describe_row, name_row
from reports.core.document.node import Node
from reports.core.document.part import Part, Role


def list_one_sided(node: Node, trail: Trail, kind: Kind, names: ReferenceNames) -> Iterator[Change]:
    """Yield all that a node says that was added or removed as a whole."""
    note = "ajouté" if kind is Kind.NEW else "retiré"
    texts = list(iterate_texts(node, trail, names))
    if [where for _, where in texts] != [trail]:
        yield Change(trail, note=note)
        note = ""
    for text, where in texts:
        yield Change(where, (Piece(kind, text),), note)


def iterate_texts(node: Node, trail: Trail, names: ReferenceNames) -> Iterator[tuple[str, Trail]]:
    """Yield each text of a node with the trail to it. A line or a row is one text."""
    if line := "".join(split_line(node)).strip():
        yield line, trail
    for name, part in node.parts.items():
        in_line = name in node.line_parts
        if is_shown(part) and not in_line and not (node.line_parts and part.role is Role.SETTING):
            spot = extend_trail(trail, part)
            yield from iterate_part_texts(part, getattr(node, name), spot, names)


def iterate_part_texts(
    part: Part, value: Any, trail: Trail, names: ReferenceNames
) -> Iterator[tuple[str, Trail]]:
    match part.role:
        case Role.NODE:
            yield from iterate_texts(value, trail, names)
        case Role.NODES:
            for rank, item in enumerate(value):
                yield from iterate_texts(item, (*trail, name_item(item, rank)), names)
        case Role.TABLE:
            for rank, row in enumerate(value.rows):
                yield describe_row(row, value) or row.head, (*trail, name_row(row, rank))
        case Role.SETTING if part.reads is tuple:
            for rank, text in enumerate(value, 1):
                yield text, (*trail, str(rank))
        case Role.SETTING if not value:
            return
        case _:
            figure = part.role is Role.FIGURE
            words = display_figure(value) if figure else display_value(part, value, names)
            if words and (part.role is Role.RICH_TEXT or trail[-2:-1] != (words,)):
                yield words, trail  # unless the name of what it stands in says it already
