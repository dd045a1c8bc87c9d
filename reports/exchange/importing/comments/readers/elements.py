"""Helpers of the readers: the only element or list below a comment, and new drafts."""

from collections.abc import Mapping, Sequence
from typing import Any

from bs4 import Tag
from bs4.element import PageElement

from reports.exchange.importing.draft import Draft
from reports.exchange.importing.inline import significant_nodes
from reports.exchange.importing.items import Item, items_of
from reports.exchange.importing.line_marks import line_of

LISTS = ("ul", "ol")


def sole_element(nodes: Sequence[PageElement], *names: str) -> Tag | None:
    """Return the only node, if it is an element with one of these names."""
    if len(nodes) == 1 and isinstance(nodes[0], Tag) and nodes[0].name in names:
        return nodes[0]
    return None


def sole_list(nodes: Sequence[PageElement]) -> list[Item] | None:
    """Return the items of the only node, if it is a simple list."""
    element = sole_element(nodes, *LISTS)
    items = items_of(element) if element is not None else []
    return items if items and all(map(is_simple, items)) else None


def is_simple(item: Item) -> bool:
    return item.simple and all(map(is_simple, item.children))


def draft_of(block_type: str, nodes: Sequence[PageElement], value: Mapping[str, Any]) -> Draft:
    """Return the draft of a block, with the line of its first element."""
    elements = significant_nodes(nodes)
    return Draft(block_type, line_of(elements[0]) if elements else 0, dict(value))
