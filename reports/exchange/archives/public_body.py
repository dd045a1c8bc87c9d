"""Converts the body of an archive to its stored form, with row ids of this database."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from reports.core.document import Document
from reports.core.document.canonical import upgrade_document
from reports.core.document.node import Node
from reports.core.document.part import Role
from reports.core.document.printed_reference import find_reference
from reports.core.document.public_ids import RowIdOf, replace_public_ids
from reports.core.figures.locale import Locale
from reports.exchange.archives.archive import Row

N = TypeVar("N", bound=Node)


def build_public_body(content: Mapping[str, Any], row_id_of: RowIdOf) -> list[Row]:
    """Return the body of a content in its stored form, without references that have no row here."""
    body = upgrade_document(content["body"], Locale.from_stored(content["report"]))
    document = remember_names(replace_public_ids(body, row_id_of))
    return [
        {"type": block.stored_type, "id": block.id, "value": block.stored}
        for block in document.blocks
    ]


def remember_names(document: Document) -> Document:
    """Return the document with the printed name stored beside each reference.

    References are confirmed for this name; the canonical form of a document does not have it.
    """
    return replace(document, blocks=tuple(remember_in_node(block) for block in document.blocks))


def remember_in_node(node: N) -> N:
    changes: dict[str, Any] = {}
    for name, part in node.parts.items():
        if part.role is Role.NODE:
            changes[name] = remember_in_node(getattr(node, name))
        elif part.role is Role.NODES:
            changes[name] = tuple(map(remember_in_node, getattr(node, name)))
    reference = find_reference(node)
    if reference is not None:
        changes["reference_name"] = reference.name
    return replace(node, **changes)
