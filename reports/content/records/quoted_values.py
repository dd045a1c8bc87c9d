"""Quotes what a report prints about a record: the words and figures beside a reference to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.content.records.references import RecordReference
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Row, Table
from reports.core.document.visible_text import iterate_part_texts
from reports.core.text.rich_text import plain


@dataclass(frozen=True)
class QuotedValue:
    """One quoted line, with the label that was printed above it or that its field has."""

    label: str
    text: str


def quote_values(reference: RecordReference) -> list[QuotedValue]:
    """Return the lines that a report prints with a reference, as a reader sees them."""
    visit = reference.visit
    row, table = visit.row, visit.table
    values = quote_row(row, table) if row and table else quote_node(visit.node)
    return [value for value in values if value.text]


def quote_row(row: Row, table: Table) -> Iterator[QuotedValue]:
    """Yield the cells of a row, under the headings of their columns."""
    for rank, (column, cell) in enumerate(zip(table.columns, row.cells, strict=False)):
        yield QuotedValue(column.heading, cell.figure.text if rank else cell.raw)
    yield QuotedValue("Note", plain(row.note))


def quote_node(node: Node) -> Iterator[QuotedValue]:
    """Yield the parts of a card or of a line of a list."""
    headings = {part.heading for part in node.parts.values()}
    for name, part in node.parts.items():
        if name not in headings:
            printed = getattr(node, part.heading) if part.heading else ""
            yield from quote_part(part, getattr(node, name), printed or part.label)


def quote_part(part: Part, value: object, label: str) -> Iterator[QuotedValue]:
    """Yield the lines of one part: facts one by one, of a table the heads of its rows."""
    match value:
        case Node():
            yield QuotedValue(label, value.line)
        case tuple() if part.role is Role.NODES:
            for item in value:
                yield from quote_item(item, label)
        case Table() if part.role is Role.TABLE:
            heads = (row.head for row in value.rows)
            yield QuotedValue(label, ", ".join(filter(None, heads)))
        case _:
            yield QuotedValue(label, " ".join(iterate_part_texts(part, value)))


def quote_item(item: Node, label: str) -> Iterator[QuotedValue]:
    """Yield a line under a label, or the lines of a group under the name of the group."""
    if item.line_parts:
        yield QuotedValue(label, item.line)
        return
    for name, part in item.parts.items():
        if part.role is Role.NODES:
            yield from quote_part(part, getattr(item, name), item.display_name)
