"""Finds the references of nodes: records, pictures, documents, and pages linked from rich text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Table
from reports.core.text.rich_text import collect_linked_rows


def collect_references(nodes: Iterable[Node]) -> dict[str, set[Any]]:
    """Return the row ids and keys of what nodes refer to, by kind.

    Rows of a table count where their reference is confirmed.
    """
    found: dict[str, set[Any]] = defaultdict(set)
    for node in nodes:
        for kind, key in iterate_references(node):
            found[kind].add(key)
    return dict(found)


def iterate_references(node: Node) -> Iterator[tuple[str, Any]]:
    """Yield the kind and the key of each reference in a node and in those below it."""
    for name, part in node.parts.items():
        yield from iterate_part_references(part, getattr(node, name))


def iterate_part_references(part: Part, value: Any) -> Iterator[tuple[str, Any]]:
    match part.role:
        case Role.REFERENCE if value is not None:
            yield part.refers_to, value
        case Role.RICH_TEXT:
            yield from iterate_links(value.html)
        case Role.NODE:
            yield from iterate_references(value)
        case Role.NODES:
            for item in value:
                yield from iterate_references(item)
        case Role.TABLE:
            yield from iterate_table_references(part.refers_to, value)


def iterate_table_references(kind: str, table: Table) -> Iterator[tuple[str, Any]]:
    for row in table.rows:
        if kind and row.confirmed_ref:
            yield kind, row.confirmed_ref
        yield from iterate_links(row.note)


def iterate_links(html: str) -> Iterator[tuple[str, int]]:
    """Yield the kind and the row id of each page or document that rich text links to."""
    return ((kind, row) for kind, rows in collect_linked_rows(html).items() for row in rows)
