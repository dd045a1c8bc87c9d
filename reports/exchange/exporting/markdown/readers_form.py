"""Prepares a document for export: sanitises it, fills tables, and gives links their addresses."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any, TypeVar

from reports.core.document import Document
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Row, Table
from reports.core.text.addresses import sanitize_address
from reports.core.text.notes import replace_notes
from reports.core.text.rich_text import ANCHOR, ATTRIBUTE, TAG
from reports.core.text.rich_text_form import normalize_html

AddressOf = Callable[[str, str, str], str]
"""Returns the address of a page or document, given its kind, its public id and words for it."""

N = TypeVar("N", bound=Node)


def show_document(document: Document, address_of: AddressOf) -> Document:
    """Return the document with rows filled to the width of tables, and addresses in links."""
    return replace(document, blocks=tuple(show_node(b, address_of) for b in document.blocks))


def show_node(node: N, address_of: AddressOf) -> N:
    changes = {
        name: show_value(part, getattr(node, name), address_of) for name, part in node.parts.items()
    }
    return replace(node, **changes)


def show_value(part: Part, value: Any, address_of: AddressOf) -> Any:
    match part.role:
        case Role.RICH_TEXT:
            return replace(value, html=show_html(value.html, address_of))
        case Role.ADDRESS:
            return sanitize_address(value)
        case Role.NODE:
            return show_node(value, address_of)
        case Role.NODES:
            return tuple(show_node(item, address_of) for item in value)
        case Role.TABLE:
            return show_table(value, address_of)
    return value


def show_table(table: Table, address_of: AddressOf) -> Table:
    table = table.fill_rows()
    return replace(table, rows=tuple(show_row(row, address_of) for row in table.rows))


def show_row(row: Row, address_of: AddressOf) -> Row:
    return replace(
        row,
        cells=tuple(replace(cell, url=sanitize_address(cell.url)) for cell in row.cells),
        url=sanitize_address(row.url),
        note=replace_notes(show_html(row.note, address_of), lambda note: f" [{note.html}]"),
    )


def show_html(html: str, address_of: AddressOf) -> str:
    """Return rich text with links like `<a linktype="page" href="/bilan/2023/">`.

    A link without a known address is replaced by its words.
    """

    def name_link(match: re.Match[str]) -> str:
        given = dict(ATTRIBUTE.findall(match[1]))
        if "linktype" not in given:
            return match[0]
        address = address_of(given["linktype"], given.get("id", ""), TAG.sub("", match[2]))
        if not address:
            return match[2]
        return f'<a linktype="{given["linktype"]}" href="{escape(address)}">{match[2]}</a>'

    html = normalize_html(html)
    return ANCHOR.sub(name_link, html) if "linktype" in html else html
