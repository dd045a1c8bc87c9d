"""Documents whose references name public ids, so that two databases agree on their bytes."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from reports.document.body import Document
from reports.document.node import Node
from reports.document.part import Part, Role
from reports.document.rich_text import RichText
from reports.document.table import Table
from reports.document.value import PublicId

PublicIdOf = Callable[[str, Any], str | None]
"""Returns the public id of a row, given its kind and row id; None where there is no such row."""

LINK = re.compile(r"<a\b[^<>]*>")
LINK_TYPE = re.compile(r'\blinktype="(\w{1,40})"')
LINK_ID = re.compile(r'\bid="(\d{1,20})"')

N = TypeVar("N", bound=Node)


def replace_row_ids(document: Document, public_id_of: PublicIdOf) -> Document:
    """Return the document with public ids in the place of row ids, in rich text too.

    References to what is gone are dropped; links to it lead nowhere.
    """
    return Document(tuple(replace_in_node(each, public_id_of) for each in document.blocks))


def replace_in_node(node: N, public_id_of: PublicIdOf) -> N:
    changes = {
        name: replace_in_value(part, getattr(node, name), public_id_of)
        for name, part in node.parts.items()
    }
    return replace(node, **changes)


def replace_in_value(part: Part, value: Any, public_id_of: PublicIdOf) -> Any:
    match part.role:
        case Role.REFERENCE if isinstance(value, int):
            public_id = public_id_of(part.refers_to, value)
            return None if public_id is None else PublicId(public_id)
        case Role.RICH_TEXT:
            return RichText(replace_in_html(value.html, public_id_of))
        case Role.NODE:
            return replace_in_node(value, public_id_of)
        case Role.NODES:
            return tuple(replace_in_node(item, public_id_of) for item in value)
        case Role.TABLE:
            return replace_in_notes(value, public_id_of)
    return value


def replace_in_notes(table: Table, public_id_of: PublicIdOf) -> Table:
    """Rows refer by keys that are public; only the links in their notes name row ids."""
    rows = (
        replace(row, note=replace_in_html(row.note, public_id_of)) if row.note else row
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def replace_in_html(html: str, public_id_of: PublicIdOf) -> str:
    def replace_link(match: re.Match[str]) -> str:
        kind, row = LINK_TYPE.search(match[0]), LINK_ID.search(match[0])
        if not kind or not row:
            return match[0]
        public_id = public_id_of(kind[1], int(row[1])) or ""
        return f"{match[0][: row.start(1)]}{public_id}{match[0][row.end(1) :]}"

    return LINK.sub(replace_link, html) if "linktype" in html else html
