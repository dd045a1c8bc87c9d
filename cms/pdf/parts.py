"""Converts blocks that have no converter of their own to elements, by the shape of each part."""

from typing import Any

from cms.pdf.elements import Setter, item_list, paragraph, prose
from cms.pdf.nodes import Element, Node, link, strong, text

Value = dict[str, Any]

LABELS = ("heading", "title", "name", "caption")
"""The names of words that stand above the rest."""
LINE = ("lead", "before", "figure", "after", "url")
"""The names of what is one line together."""
URL = "Url"
"""What the name of the address of other words ends with: `source` leads to `sourceUrl`."""
SCHEMES = ("https://", "http://")
UNREAD = ("id", "section", "anchor", "path", "csv", "__typename")


def set_parts(setter: Setter, value: Value, depth: int = 1) -> list[Element]:
    """Return the elements of a block or an item: its title, then its parts in the answer's order.

    Items are set below the title of the block that contains them.
    """
    words = " – ".join(filter(None, (value.get(name) for name in LABELS)))
    elements = setter.label(words, depth)
    below = depth + 1 if elements else depth
    read = (*UNREAD, *LABELS, *(LINE if is_line(value) else ()))
    if is_line(value):
        elements += set_line(setter, value)
    for name, part in value.items():
        if name in read or (name.endswith(URL) and value.get(name.removesuffix(URL))):
            continue
        if isinstance(part, str) and (is_address(name, part) or value.get(f"{name}{URL}")):
            elements += set_address(setter, part, value.get(f"{name}{URL}") or part)
        else:
            elements += set_part(setter, part, below)
    return elements


def is_address(name: str, words: str) -> bool:
    """Say whether a value is an address, by its name or by its text."""
    return name.lower().endswith("url") or (words.startswith(SCHEMES) and " " not in words)


def set_address(setter: Setter, words: str, address: str) -> list[Element]:
    """Return words that lead to an address, which may be they themselves."""
    return [paragraph(link(words, setter.address(address)))] if words else []


def set_part(setter: Setter, part: Any, depth: int) -> list[Element]:
    """Return the elements of a part: words, rich text, a fact or items; none for other parts."""
    if isinstance(part, str):
        return [paragraph(text(part))] if part else []
    if isinstance(part, list):
        return set_items(setter, part, depth)
    if isinstance(part, dict) and "html" in part:
        return [prose(setter.prose(part))]
    return set_line(setter, part) if isinstance(part, dict) and is_line(part) else []


def set_line(setter: Setter, value: Value) -> list[Element]:
    nodes = list_line_nodes(setter, value)
    return [paragraph(*nodes)] if nodes else []


def set_items(setter: Setter, items: list[Value], depth: int) -> list[Element]:
    """Return the elements of items one below the other; lines and links become a list."""
    if not items:
        return []
    if all(map(is_line, items)):
        return [item_list([list_line_nodes(setter, each) for each in items])]
    if all(map(is_link, items)):
        return [item_list([[set_link(setter, each)] for each in items])]
    return [element for each in items for element in set_parts(setter, each, depth)]


def is_line(value: Value) -> bool:
    """Say whether a value is words around a figure."""
    return "figure" in value


def is_link(value: Value) -> bool:
    """Say whether a value is words that lead somewhere, and nothing else."""
    return value.keys() - {"id"} == {"text", "url"}


def set_link(setter: Setter, value: Value) -> Node:
    return link(value["text"] or value["url"], setter.address(value["url"]))


def list_line_nodes(setter: Setter, value: Value) -> list[Node]:
    """Return a figure and the words around it, with the lead in bold."""
    lead = [strong(text(value["lead"])), text(" ")] if value.get("lead") else []
    return [*lead, *setter.fact({"before": "", "after": "", "url": "", **value})]
