"""Documents whose references are confirmed, and remember no name for it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from reports.core.document.body import Document
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.printed_reference import confirmed_reference
from reports.core.document.table import Row, Table

IsPublic = Callable[[str, str], bool]
"""Says whether a reader may see what a row of a table refers to, given its kind and key."""

N = TypeVar("N", bound=Node)


def keep_confirmed_references(document: Document, is_public: IsPublic) -> Document:
    """Return the document without references that no reader can follow.

    The names that references were chosen for go too: they may be those of hidden records.
    """
    return replace(document, blocks=tuple(keep_in_node(b, is_public) for b in document.blocks))


def keep_in_node(node: N, is_public: IsPublic) -> N:
    changes = {
        name: keep_in_value(part, getattr(node, name), is_public)
        for name, part in node.parts.items()
    }
    if getattr(node, "reference_name", None) is not None:
        changes["reference_name"] = ""
        if confirmed_reference(node) is None:
            references = [n for n, part in node.parts.items() if part.role is Role.REFERENCE]
            changes.update(dict.fromkeys(references))
    return replace(node, **changes)


def keep_in_value(part: Part, value: Any, is_public: IsPublic) -> Any:
    match part.role:
        case Role.NODE:
            return keep_in_node(value, is_public)
        case Role.NODES:
            return tuple(keep_in_node(item, is_public) for item in value)
        case Role.TABLE:
            rows = (keep_in_row(part.refers_to, row, is_public) for row in value.rows)
            return replace(value, rows=tuple(rows))
        case Role.BOOKKEEPING if isinstance(value, Table):
            return Table()  # the data that words were written for: no reader sees it
    return value


def keep_in_row(kind: str, row: Row, is_public: IsPublic) -> Row:
    key = row.confirmed_ref
    known = kind and key and is_public(kind, key)
    return replace(row, ref=key if known else "", ref_name=None)
