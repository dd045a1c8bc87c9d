"""Reads list items for recognisers: the nodes of each item, and the items nested in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import PageElement

from reports.core.figures import split
from reports.exchange.importing.inline import (
    EMPHASIS,
    href_of,
    lead_of,
    only_link,
    significant_nodes,
    text_of,
    words_of,
)
from reports.exchange.importing.line_marks import line_of


@dataclass
class Item:
    """A list item: `nodes` are its own inline nodes, `children` the items nested in it."""

    line: int
    nodes: list[PageElement]
    children: "list[Item]"
    ordered: bool  # whether the list below is numbered
    simple: bool  # whether nothing but inline nodes and lists is in it

    @property
    def text(self) -> str:
        return words_of(self.nodes)

    @property
    def lead(self) -> str:
        """The bold words that it begins with."""
        return lead_of(self.nodes)[0]

    @property
    def rest(self) -> str:
        """What follows the lead."""
        return text_of(lead_of(self.nodes)[1]).strip()

    @property
    def links(self) -> list[Tag]:
        return [
            link
            for node in self.nodes
            if isinstance(node, Tag)
            for link in ([node] if node.name == "a" else node.find_all("a"))
        ]

    @property
    def link(self) -> Tag | None:
        """The link that the whole item is."""
        return only_link(self.nodes)

    @property
    def opening_link(self) -> Tag | None:
        """The link that it begins with."""
        nodes = significant_nodes(self.nodes)
        return only_link(nodes[:1]) if nodes else None

    @property
    def emphasised(self) -> bool:
        """Whether all of it is in italics."""
        nodes = significant_nodes(self.nodes)
        return len(nodes) == 1 and isinstance(nodes[0], Tag) and nodes[0].name in EMPHASIS

    @property
    def plain(self) -> bool:
        """Whether there is no emphasis and no link in it."""
        return not any(isinstance(node, Tag) and node.name != "br" for node in self.nodes)

    @property
    def starts_with_figure(self) -> bool:
        """Whether it begins with a figure."""
        return split(self.text).is_led

    @property
    def contains_figure(self) -> bool:
        """Whether a figure is anywhere in it or below it."""
        return bool(split(self.text).expression) or any(
            child.contains_figure for child in self.children
        )

    @property
    def leaves(self) -> "Iterator[Item]":
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves

    @property
    def url(self) -> str:
        return href_of(self.links[0]) if self.links else ""


def items_of(element: Tag) -> list[Item]:
    """Return the items of a `<ul>` or `<ol>`."""
    return [item_of(li) for li in element.find_all("li", recursive=False)]


def item_of(li: Tag) -> Item:
    nodes: list[PageElement] = []
    children: list[Item] = []
    ordered, simple = False, True
    for node in li.children:
        if isinstance(node, Tag) and node.name in ("ul", "ol"):
            children += items_of(node)
            ordered = node.name == "ol"
        elif isinstance(node, Tag) and node.name == "p":
            nodes += node.children
        elif isinstance(node, Tag) and node.name in ("table", "div", "figure", "blockquote", "pre"):
            nodes.append(node)
            simple = False
        elif children and significant_nodes([node]):
            # words after a nested list: they would change places with it
            nodes.append(node)
            simple = False
        else:
            nodes.append(node)
    return Item(line_of(li), nodes, children, ordered, simple)
