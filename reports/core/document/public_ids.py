"""Replaces row ids in a document by public ids, and back.

Versions, archives and the feed use public ids, so that two databases produce the same bytes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from reports.core.document.body import Document
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Table
from reports.core.document.value import PublicId
from reports.core.text.cited_lines import cite_line, split_cited_line
from reports.core.text.rich_text import ANCHOR

PublicIdOf = Callable[[str, Any], str | None]
"""Returns the public id of a row, given its kind and row id; None where there is no such row."""

RowIdOf = Callable[[str, str], int | None]
"""Returns the row id of a public id, given its kind; None where there is no such row."""

LINK = re.compile(r"<a\b[^<>]*>")
LINK_TYPE = re.compile(r'\blinktype="(\w{1,40})"')
LINK_ID = re.compile(r'\bid="([\w-]{0,64})"')

N = TypeVar("N", bound=Node)


@dataclass(frozen=True)
class Translation:
    """The two functions that replace references and rich text.

    `reference` gets the kind and the key, `html` the HTML of a text.
    """

    reference: Callable[[str, Any], Any]
    html: Callable[[str], str]


def replace_row_ids(document: Document, public_id_of: PublicIdOf) -> Document:
    """Return the document with public ids in the place of row ids, in rich text too.

    References to what is gone are dropped; links to it become their words.
    """

    def replace_reference(kind: str, key: Any) -> Any:
        if not isinstance(key, int):
            return key
        public_id = public_id_of(kind, key)
        return None if public_id is None else PublicId(public_id)

    replace_id = link_to_public_id(public_id_of)
    return translate(
        document, Translation(replace_reference, lambda html: replace_in_html(html, replace_id))
    )


def replace_public_ids(document: Document, row_id_of: RowIdOf) -> Document:
    """Return the document with row ids in the place of public ids, in rich text too."""

    def replace_reference(kind: str, key: Any) -> Any:
        return row_id_of(kind, key) if isinstance(key, PublicId) else key

    replace_id = link_to_row(row_id_of)
    return translate(
        document, Translation(replace_reference, lambda html: replace_in_html(html, replace_id))
    )


def replace_html(document: Document, change: Callable[[str], str]) -> Document:
    """Return the document with other rich texts, notes of rows included."""
    return translate(document, Translation(lambda kind, key: key, change))


def link_to_public_id(public_id_of: PublicIdOf) -> Callable[[str, str], str]:
    """Return the function that gives the public id for the row id of a link."""
    return lambda kind, row: (public_id_of(kind, int(row)) or "") if row.isdecimal() else row


def link_to_row(row_id_of: RowIdOf) -> Callable[[str, str], str]:
    """Return the function that gives the row id for the public id of a link."""

    def replace_id(kind: str, public_id: str) -> str:
        row = row_id_of(kind, public_id)
        return "" if row is None else str(row)

    return replace_id


def translate(document: Document, translation: Translation) -> Document:
    blocks = tuple(replace_in_node(each, translation) for each in document.blocks)
    return replace(document, blocks=blocks)


def replace_in_node(node: N, translation: Translation) -> N:
    changes = {
        name: replace_in_value(part, getattr(node, name), translation)
        for name, part in node.parts.items()
    }
    for name, part in node.parts.items():
        if part.cited_in and (stored := changes[part.cited_in]):
            html = translation.html(cite_line(changes[name], stored))
            changes[part.cited_in] = split_cited_line(html)[1]
    return replace(node, **changes)


def replace_in_value(part: Part, value: Any, translation: Translation) -> Any:
    match part.role:
        case Role.REFERENCE if value is not None:
            return translation.reference(part.refers_to, value)
        case Role.RICH_TEXT:
            return replace(value, html=translation.html(value.html))
        case Role.NODE:
            return replace_in_node(value, translation)
        case Role.NODES:
            return tuple(replace_in_node(item, translation) for item in value)
        case Role.TABLE:
            return replace_in_notes(value, translation)
    return value


def replace_in_notes(table: Table, translation: Translation) -> Table:
    """Rows refer by keys that are public; only the links in their notes name row ids."""
    rows = (
        replace(row, note=translation.html(row.note)) if row.note else row for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def replace_in_html(html: str, replace_id: Callable[[str, str], str]) -> str:
    """Return the HTML with another id in each link to a page or document.

    A link whose id becomes empty becomes its words: readers see no more of it.
    """

    def replace_link(match: re.Match[str]) -> str:
        kind, row = LINK_TYPE.search(match[0]), LINK_ID.search(match[0])
        if not kind or not row:
            return match[0]
        return f"{match[0][: row.start(1)]}{replace_id(kind[1], row[1])}{match[0][row.end(1) :]}"

    if "linktype" not in html:
        return html
    return ANCHOR.sub(keep_words_of_empty, LINK.sub(replace_link, html))


def keep_words_of_empty(match: re.Match[str]) -> str:
    """Return the words of a link that leads to no row, and any other link as it is."""
    kind, row = LINK_TYPE.search(match[1]), LINK_ID.search(match[1])
    return match[2] if kind and row and not row[1] else match[0]
