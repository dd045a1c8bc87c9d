"""Finds the mentions of records in a document, and what it prints about them there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.core.document.block import Block
from reports.core.document.body import Document
from reports.core.document.facts import Fact, iterate_facts
from reports.core.document.node import Node
from reports.core.document.part import Role
from reports.core.document.printed_reference import confirmed_reference
from reports.core.document.service_blocks import Card
from reports.core.document.table import Row, Table
from reports.core.document.traversal import Visit, visit_below, visit_blocks
from reports.core.document.value import PublicId

FILES = {"picture", "document"}
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")

Key = int | str | PublicId


@dataclass(frozen=True, slots=True)
class PrintedMention:
    """One confirmed reference to a record: by its row id, or by its key in the row of a table."""

    visit: Visit
    key: Key

    @property
    def refers_to(self) -> str:
        """The kind of the record."""
        return self.visit.part.refers_to

    @property
    def id(self) -> str:
        """The id of the block, item or row that names the record."""
        return self.visit.path.rpartition("/")[0]

    @property
    def kind(self) -> str:
        """What names the record: a class of items, such as `impact_card`, or a type of block."""
        if self.visit.row or isinstance(self.visit.node, Block):
            return self.visit.block.block_type
        return CAPITAL.sub("_", type(self.visit.node).__name__).lower()

    @property
    def anchor(self) -> str:
        """The anchor of the section; empty outside of any."""
        return self.visit.section.heading.anchor if self.visit.section else ""

    @property
    def name(self) -> str:
        """The name as printed."""
        row, node = self.visit.row, self.visit.node
        return row.head if row else str(getattr(node, node.named_by[0]))

    @property
    def card(self) -> Card | None:
        """The card that names the record, if it is one."""
        node = self.visit.node
        return node if isinstance(node, Card) else None

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the block or item that names the record."""
        node = self.visit.node
        return tuple(
            getattr(node, name) for name, part in node.parts.items() if part.role is Role.TABLE
        )

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is printed about the record as figures, with the words around them."""
        if self.visit.row and self.visit.table:
            return tuple(iterate_row_facts(self.visit.node, self.visit.table, self.visit.row))
        return tuple(fact for fact in iterate_facts(self.visit.node, Fact) if fact.line)


def list_mentions(document: Document) -> list[PrintedMention]:
    """Return the mentions of records in the order of the document."""
    return [each for block in visit_blocks(document) for each in list_block_mentions(block)]


def list_block_mentions(block: Visit) -> list[PrintedMention]:
    """Return the mentions of records in one block."""
    mentions = []
    for visit in visit_below(block):
        if visit.part.role is not Role.REFERENCE or visit.part.refers_to in {"", *FILES}:
            continue
        if key := visit.row.confirmed_ref if visit.row else confirmed_reference(visit.node):
            mentions.append(PrintedMention(visit, key))
    return mentions


def iterate_row_facts(node: Node, table: Table, row: Row) -> Iterator[Fact]:
    """Yield the cells of a row that are not empty, each as a fact after the heading of its column.

    Columns that hold words state no fact, unless a cell there is money. The last column does,
    however few there are.
    """
    part = next(part for name, part in node.parts.items() if getattr(node, name) is table)
    words = min(part.text_columns, len(table.grid.columns) - 1) - 1  # less the head of the row
    grid_row = table.grid.rows[next(n for n, each in enumerate(table.rows) if each is row)]
    columns = table.grid.columns[1:]
    for place, (column, cell) in enumerate(zip(columns, grid_row.cells, strict=True)):
        if cell.text.strip() and (place >= words or cell.figure.currency):
            yield Fact(id=cell.id, before=column.heading, figure=cell.figure, url=cell.url)
