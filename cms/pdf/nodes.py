"""Nested nodes of text for the PDF, which the template typesets.

A node is a dictionary, because the template reads it as JSON. `kind` is the name of an HTML element
or `text`; `text`, `href`, `anchor`, `lang`, `start`, `title` and `children` are only there if they
have a value.
"""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

from reports.core.text.rich_text_tree import TreeNode, build_tree

Node = dict[str, Any]
Element = dict[str, Any]  # what the template sets: a heading, a table, or prose, which has nodes


class LinkReader(HTMLParser):
    """Collects the addresses and ids of the links of sanitised HTML, in order, and the places that
    its cited numbers repeat.
    """

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.places: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.links.append((given.get("href") or "", given.get("id") or ""))
        if tag == "data":
            self.places.append(given.get("data-place") or "")


def read_nodes(html: str) -> list[Node]:
    """Return sanitised HTML as nodes, with the addresses of its links."""
    reader = LinkReader()
    reader.feed(html)
    reader.close()
    made: list[Node] = []
    top: list[Node] = []
    for each in build_tree(html):
        node = make_node(each, reader)
        made.append(node)
        (top if each.parent is None else made[each.parent]["children"]).append(node)
    return top


def make_node(node: TreeNode, reader: LinkReader) -> Node:
    made: Node = {"kind": node.kind.value, "children": []}
    if node.text:
        made["text"] = node.text
    if node.link is not None:
        made["href"], anchor = reader.links[node.link]
        if anchor:
            made["anchor"] = anchor
    if node.citation is not None and reader.places[node.citation].startswith("#"):
        made |= {"kind": "a", "href": reader.places[node.citation]}  # of another report: words
    for name in ("lang", "start", "title"):
        if value := getattr(node, name):
            made[name] = value
    return made


def text(words: str) -> Node:
    return {"kind": "text", "text": words, "children": []}


def strong(*children: Node) -> Node:
    return {"kind": "strong", "children": list(children)}


def link(words: str, address: str) -> Node:
    """Return words as a link, or as plain words without an address."""
    return {"kind": "a", "href": address, "children": [text(words)]} if address else text(words)


def iterate_nodes(nodes: Iterable[Node]) -> Iterable[Node]:
    """Yield nodes and their descendants, in the order of their words."""
    for node in nodes:
        yield node
        yield from iterate_nodes(node["children"])


def join_words(nodes: Iterable[Node]) -> str:
    """Return the words of nodes and of their descendants."""
    return "".join(node.get("text", "") for node in iterate_nodes(nodes))
