"""Describes blocks without ids, references and marks, so that two blocks can be compared."""

import re
from typing import Any

from reports.content.tables import Table
from reports.core.document.block import Block
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.text.addresses import sanitize_address
from reports.core.text.rich_text_form import normalize_html

LINK_KIND = re.compile(r' linktype="\w+"(?= href=)')
"""Says that a link leads to a page or document, which is found when the report is saved."""


def describe_block(block: Block) -> tuple[str, Any]:
    """Return the type and the words of a block, without ids, references and marks."""
    return block.stored_type, describe_node(block)


def describe_node(node: Node) -> dict[str, Any]:
    return {
        name: describe_part(part, getattr(node, name))
        for name, part in node.parts.items()
        if name not in ("leading", "anchor") and part.role not in (Role.REFERENCE, Role.BOOKKEEPING)
    }


def describe_part(part: Part, value: Any) -> Any:
    match part.role:
        case Role.RICH_TEXT:
            return LINK_KIND.sub("", normalize_html(value.html))
        case Role.ADDRESS:
            return sanitize_address(value)
        case Role.NODE:
            return describe_node(value)
        case Role.NODES:
            return [describe_node(item) for item in value]
        case Role.TABLE:
            return describe_table(value)
    return value


def describe_table(table: Table) -> Any:
    rows = [
        (
            [(cell.raw, cell.read_as, sanitize_address(cell.url)) for cell in row.cells],
            sanitize_address(row.url),
            LINK_KIND.sub("", normalize_html(row.note)),
        )
        for row in table.rows
    ]
    return [column.heading for column in table.columns], rows
