"""Lists the texts that a reader of the page sees, in reading order, each once."""

from collections.abc import Iterator
from typing import Any

from reports.core.document.body import Document
from reports.core.document.node import Node
from reports.core.document.notes import drop_notes
from reports.core.document.part import Part, Role
from reports.core.document.table import Table
from reports.core.text.rich_text import plain
from reports.core.text.words import split_words


def iterate_texts(document: Document) -> Iterator[str]:
    """Yield the texts of a document in reading order: notes stand at the end."""
    for block in document.blocks:
        yield from iterate_node_texts(drop_notes(block))
    for note in document.notes:
        yield note.content.plain


def iterate_node_texts(node: Node) -> Iterator[str]:
    """Yield the texts of a node and of those below it, in reading order."""
    for name in node.reading_order or node.parts:
        yield from iterate_part_texts(node.parts[name], getattr(node, name))


def iterate_drawn_texts(node: Node) -> Iterator[str]:
    """Yield the texts that the drawing of a node shows and its other words do not say."""
    for name in node.drawn:
        yield from iterate_part_texts(node.parts[name], getattr(node, name))


def list_words(document: Document) -> list[str]:
    """Return the words of a document in reading order."""
    return [word for text in iterate_texts(document) for word in split_words(text)]


def iterate_part_texts(part: Part, value: Any) -> Iterator[str]:
    match part.role:
        case Role.TEXT:
            yield value
        case Role.RICH_TEXT:
            yield value.plain
        case Role.FIGURE:
            yield value.raw
        case Role.NODE:
            yield from iterate_node_texts(value)
        case Role.NODES:
            for item in value:
                yield from iterate_node_texts(item)
        case Role.TABLE:
            yield from iterate_table_texts(value)


def iterate_table_texts(table: Table) -> Iterator[str]:
    """Yield the headings, then each row: its head, the note below it, its cells."""
    yield from (column.heading for column in table.columns)
    for row in table.rows:
        for rank, cell in enumerate(row.cells):
            yield cell.raw
            if rank == 0:
                yield plain(row.note)
