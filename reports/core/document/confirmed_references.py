"""Reduces a document to its confirmed references, for versions and exports of public reports.

A confirmed reference needs no stored name of the record, so those names are removed too.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from reports.core.document.body import Document
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.printed_reference import confirmed_reference
from reports.core.document.table import Row, Table

PublicKeyOf = Callable[[str, str], str | None]
"""Returns the key of what a row of a table refers to, given its kind and the key in the row; None
where no reader may see it."""

N = TypeVar("N", bound=Node)


def keep_confirmed_references(document: Document, public_key_of: PublicKeyOf) -> Document:
    """Return the document without references that no reader can follow.

    The names that references were chosen for go too: they may be those of hidden records.
    """
    return replace(document, blocks=tuple(keep_in_node(b, public_key_of) for b in document.blocks))


def keep_in_node(node: N, public_key_of: PublicKeyOf) -> N:
    changes = {
        name: keep_in_value(part, getattr(node, name), public_key_of)
        for name, part in node.parts.items()
    }
    if getattr(node, "reference_name", None) is not None:
        changes["reference_name"] = ""
        if confirmed_reference(node) is None:
            references = [n for n, part in node.parts.items() if part.role is Role.REFERENCE]
            changes.update(dict.fromkeys(references))
    return replace(node, **changes)


def keep_in_value(part: Part, value: Any, public_key_of: PublicKeyOf) -> Any:
    match part.role:
        case Role.NODE:
            return keep_in_node(value, public_key_of)
        case Role.NODES:
            return tuple(keep_in_node(item, public_key_of) for item in value)
        case Role.TABLE:
            rows = (keep_in_row(part.refers_to, row, public_key_of) for row in value.rows)
            return replace(value, rows=tuple(rows))
        case Role.BOOKKEEPING if isinstance(value, Table):
            return Table()  # the data that words were written for: no reader sees it
    return value


def keep_in_row(kind: str, row: Row, public_key_of: PublicKeyOf) -> Row:
    key = row.confirmed_ref
    public_key = public_key_of(kind, key) if kind and key else None
    return replace(row, ref=public_key or "", ref_name=None)
