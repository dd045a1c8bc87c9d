"""Reads blocks without a reader of their own: their parts in order, as the export writes them."""

from collections.abc import Iterator
from typing import Any

from bs4 import Tag
from bs4.element import PageElement

from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.text.rich_text_form import normalize_html
from reports.exchange.importing.comments.readers.elements import LISTS, draft_of, sole_list
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.facts import fact_of, recognise_fact
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import lead_of, prose_of, significant_nodes, words_of
from reports.exchange.importing.recognise.lists import read_fact_line

TITLES = ("title", "name", "caption", "heading")
PRINTED = (Role.TEXT, Role.RICH_TEXT, Role.FIGURE, Role.NODE, Role.NODES)
"""The roles of parts whose words stand below the comment of a block."""


def class_of(name: str) -> str:
    """Return the class of the element that the export writes for a part."""
    return f"bilan-{name}"


def find_title(cls: type[Node]) -> str:
    """Return the name of the part that is printed in bold above the others; "" without one."""
    name, part = next(list_steps(cls), ("", None))
    is_text = part is not None and part.role is Role.TEXT
    return name if is_text and name in (*cls.named_by, *TITLES) else ""


def list_steps(cls: type[Node]) -> Iterator[tuple[str, Part]]:
    """Yield the printed parts in reading order. The words around a figure come with the figure."""
    for name in cls.reading_order or cls.parts:
        part = cls.parts[name]
        if part.role in PRINTED and (name not in cls.line_parts or part.role is Role.FIGURE):
            yield name, part


def read_parts(block_type: str, nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    """Return the block of a type; None if some elements are none of its parts."""
    cls, rest = BLOCKS[block_type], significant_nodes(nodes)
    value = take_parts(cls, rest, notices)
    return None if rest or (cls.is_prose and not nodes) else draft_of(block_type, nodes, value)


def take_parts(cls: type[Node], rest: list[PageElement], notices: list[Notice]) -> dict[str, Any]:
    """Read the parts of a node from the first elements, and remove these from `rest`."""
    value: dict[str, Any] = {}
    for name, part in list_steps(cls):
        if name in cls.line_parts:
            value |= read_line(take_marked(name, rest))
        elif name == find_title(cls):
            value[name] = take_bold(rest)
        elif part.role is Role.TEXT:
            value[name] = take_marked(name, rest)
        elif part.role is Role.RICH_TEXT:
            value[name] = normalize_html(prose_of(take_prose(rest)))
        elif part.role is Role.NODE:
            value[name] = read_line(take_marked(name, rest))
        elif part.reads.line_parts:
            value[name] = take_lines(part.reads, rest, notices)
        else:
            value[name] = list(take_items(name, part.reads, rest, notices))
    return value


def take_bold(rest: list[PageElement]) -> str:
    """Return the words of the first element, if it is a line in bold."""
    first = rest[0] if rest else None
    if not isinstance(first, Tag) or first.name != "p" or is_marked(first):
        return ""
    words = lead_of(list(first.children))[0]
    return words_of(rest.pop(0)) if words and words == words_of(first) else ""


def take_marked(name: str, rest: list[PageElement]) -> str:
    """Return the words of the first element, if its class names this part."""
    return words_of(rest.pop(0)) if rest and has_name(rest[0], name) else ""


def take_prose(rest: list[PageElement]) -> list[PageElement]:
    """Return the elements before the next one whose class names a part."""
    count = next((rank for rank, each in enumerate(rest) if is_marked(each)), len(rest))
    taken, rest[:] = rest[:count], rest[count:]
    return taken


def take_lines(
    cls: type[Node], rest: list[PageElement], notices: list[Notice]
) -> list[dict[str, Any]]:
    first = rest[0] if rest else None
    items = sole_list([first]) if isinstance(first, Tag) and first.name in LISTS else None
    if items is None or any(item.children for item in items):
        return []
    rest.pop(0)
    if "lead" in cls.parts:
        return [read_fact_line(item, 1, notices) for item in items]
    return [fact_of(item, notices) for item in items]


def take_items(
    name: str, cls: type[Node], rest: list[PageElement], notices: list[Notice]
) -> Iterator[dict[str, Any]]:
    while rest and has_name(rest[0], name):
        first = rest.pop(0)
        inner = significant_nodes(first.children) if isinstance(first, Tag) else []
        yield take_parts(cls, inner, notices)


def read_line(words: str) -> dict[str, Any]:
    return recognise_fact(words) if words else {}


def has_name(node: PageElement, name: str) -> bool:
    return isinstance(node, Tag) and class_of(name) in node.get_attribute_list("class")


def is_marked(node: PageElement) -> bool:
    """Return whether the class of an element names a part."""
    classes = node.get_attribute_list("class") if isinstance(node, Tag) else ()
    return any(str(each).startswith(class_of("")) for each in classes)
