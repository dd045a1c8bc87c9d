"""Links of rich text to pages and documents, named as a file names them."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any, TypeVar

from reports.document import Document
from reports.document.node import Node
from reports.document.part import Part, Role
from reports.document.rich_text import RichText
from reports.document.table import Table
from reports.text.rich_text import ANCHOR, ATTRIBUTE, TAG

AddressOf = Callable[[str, str, str], str]
"""Returns the address of a page or document, given its kind, its public id and words for it."""

N = TypeVar("N", bound=Node)


def name_addresses(document: Document, address_of: AddressOf) -> Document:
    """Return the document whose links name paths and files, and whose rows are all as long."""
    return Document(tuple(name_in_node(block, address_of) for block in document.blocks))


def name_in_node(node: N, address_of: AddressOf) -> N:
    changes = {
        name: name_in_value(part, getattr(node, name), address_of)
        for name, part in node.parts.items()
    }
    return replace(node, **changes)


def name_in_value(part: Part, value: Any, address_of: AddressOf) -> Any:
    match part.role:
        case Role.RICH_TEXT:
            return RichText(name_in_html(value.html, address_of))
        case Role.NODE:
            return name_in_node(value, address_of)
        case Role.NODES:
            return tuple(name_in_node(item, address_of) for item in value)
        case Role.TABLE:
            return name_in_table(value, address_of)
    return value


def name_in_table(table: Table, address_of: AddressOf) -> Table:
    table = table.fill_rows()
    rows = (replace(row, note=name_in_html(row.note, address_of)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def name_in_html(html: str, address_of: AddressOf) -> str:
    """Return rich text with `<a linktype="page" href="/bilan/2023/">`; without one, its words."""

    def name_link(match: re.Match[str]) -> str:
        given = dict(ATTRIBUTE.findall(match[1]))
        if "linktype" not in given:
            return match[0]
        address = address_of(given["linktype"], given.get("id", ""), TAG.sub("", match[2]))
        if not address:
            return match[2]
        return f'<a linktype="{given["linktype"]}" href="{escape(address)}">{match[2]}</a>'

    return ANCHOR.sub(name_link, html) if "linktype" in html else html
