"""Lists the fields of a report that may be waiting for a value, each with a stable key.

The key of a field is the nearest id above it, followed by the names of the fields below that id;
for a cell, by the id of its column. So it stays valid while blocks and rows are moved.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from reports.authoring.rollforward.passages import EXCERPT_CHARACTERS
from reports.core.document import Document
from reports.core.document.block import Block
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Table

DOCUMENT = "source_document"
FILES = ("picture", "document")  # what references without a record lead to


class Closing(Enum):
    """The ways to close an expected field that has no content this year, other than filling it."""

    NONE = ""
    FILL = "fill"
    """By `N/A` in its cell."""
    REMOVE = "remove"
    """By taking out the item or the block that its key begins with."""
    CLEAR = "clear"
    """By emptying its words too, and its key among the closed ones: no item stands for it."""
    KEEP = "keep"
    """By its key among the closed ones alone: nothing is printed where it is empty."""
    REREAD = "reread"
    """By its key among those that were read again: what is there is still true."""


@dataclass(frozen=True)
class ExpectedField:
    """An expected field: its block, its labels there, and its value.

    `words` are those printed around the value, `refers_to` the kind of object whose row id it is.
    """

    block: str
    key: str
    trail: tuple[str, ...] = ()
    value: Any = None
    is_cell: bool = False
    closing: Closing = Closing.NONE
    words: str = ""
    refers_to: str = ""
    """The kind of what the value is the row id of."""

    @property
    def is_empty(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def nearest_id(self) -> str:
        """The id with which its key begins."""
        return self.key.partition("/")[0]

    @property
    def field(self) -> str:
        """The part of the key after the first id: the names of fields in a fact or a structure."""
        return "" if self.is_cell else self.key.partition("/")[2]

    @property
    def cell(self) -> str:
        """The name of a cell in the editor: its column and row."""
        return ", ".join(self.trail[:-3:-1]) if self.is_cell else ""

    def move_to(self, key: str, name: str = "") -> "ExpectedField":
        """Return the field for a place within this one. A repeated label is not added to the
        trail.
        """
        trail = self.trail if name in ("", self.trail[-1]) else (*self.trail, name)
        return replace(self, key=key, trail=trail)

    def fill(self, value: Any, closing: Closing = Closing.NONE, **more: Any) -> "ExpectedField":
        """Return this field with its value."""
        return replace(self, value=value, closing=closing, **more)


def iterate_fields(page: Any, document: Document) -> Iterator[ExpectedField]:
    """Yield the fields of a report from top to bottom; those of the page have no block."""
    source = ExpectedField(DOCUMENT, DOCUMENT, ("Document source",))
    yield source.fill(page.source_document, Closing.KEEP)
    for block in document.blocks:
        name = name_block(block)
        for found in iterate_node_fields(block, ExpectedField(block.id, block.id, (block.label,))):
            yield replace(found, trail=(name, *found.trail[1:]))


def name_block(block: Block) -> str:
    """Return the label of a block with its display name, which distinguishes it from similar
    ones.
    """
    name = textwrap.shorten(block.display_name, EXCERPT_CHARACTERS, placeholder="…")
    return f"{block.label} « {name} »" if name else block.label


def iterate_node_fields(node: Node, here: ExpectedField) -> Iterator[ExpectedField]:
    """Yield the fields of a node and of its descendants; a line has one, its figure."""
    yield from iterate_line_fields(node, here)
    for name, part in node.parts.items():
        if name not in (*node.unneeded_parts, *node.line_parts):
            listed = part.role in (Role.NODES, Role.TABLE)  # all of its block: « Données »
            below = here.move_to(f"{here.key}/{name}", "" if listed else part.label)
            yield from iterate_part_fields(part, getattr(node, name), below)


def iterate_part_fields(part: Part, value: Any, here: ExpectedField) -> Iterator[ExpectedField]:
    match part.role:
        case Role.NODE:
            yield from iterate_node_fields(value, here)
        case Role.NODES if part.in_grid:
            yield from iterate_grid_fields(value, here)
        case Role.NODES:
            for number, item in enumerate(value, 1):
                name = item.display_name or (str(number) if len(value) > 1 else "")
                yield from iterate_node_fields(item, here.move_to(item.id, name))
        case Role.TABLE:
            yield from iterate_table_fields(part, value, here)
        case Role.REFERENCE:
            closing = Closing.REMOVE if part.refers_to in FILES else Closing.KEEP
            yield here.fill(value, closing, refers_to=part.refers_to)
        case Role.TEXT | Role.RICH_TEXT:
            yield here.fill(str(value))


def iterate_line_fields(node: Node, here: ExpectedField) -> Iterator[ExpectedField]:
    """Yield the figure of a line.

    An item of a list is closed by removing it. A fact that is no item, such as the growth of a
    card, is closed by clearing its words too.
    """
    texts = [name for name in node.line_parts if node.parts[name].role is Role.TEXT]
    words = "".join(getattr(node, name).strip() for name in texts)
    closing = Closing.CLEAR if "/" in here.key else Closing.REMOVE
    for name in node.line_parts:
        if node.parts[name].role is Role.FIGURE:
            figure = getattr(node, name).raw
            yield here.move_to(f"{here.key}/{name}").fill(figure, closing, words=words)


def iterate_table_fields(part: Part, table: Table, here: ExpectedField) -> Iterator[ExpectedField]:
    """Yield the table as a whole, which may have no rows yet, then its cells."""
    count = len(table.rows)
    size = f"{count} ligne{'s' if count > 1 else ''}" if count else ""
    yield here.move_to(here.key, part.label).fill(size, Closing.REMOVE)
    for row in table.rows:
        of_row = here.move_to(row.id, row.head)
        cells = list(zip(table.columns, row.cells, strict=False))
        for column, cell in cells[part.text_columns :]:
            below = of_row.move_to(f"{row.id}/{column.id}", column.heading)
            yield below.fill(cell.raw, Closing.FILL, is_cell=True)


def iterate_grid_fields(items: tuple[Node, ...], here: ExpectedField) -> Iterator[ExpectedField]:
    """Yield the figures of items that are edited in a grid, in cells named by column and row."""
    for number, item in enumerate(items, 1):
        of_row = here.move_to(item.id, item.display_name or f"ligne {number}")
        for name, part in item.parts.items():
            if part.role is Role.NODE:
                below = of_row.move_to(f"{item.id}/{name}", part.label)
                for field in iterate_line_fields(getattr(item, name), below):
                    yield replace(field, closing=Closing.FILL, is_cell=True, words="")
