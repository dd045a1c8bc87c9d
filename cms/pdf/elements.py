"""Builds the elements that the template can typeset: dictionaries of a few kinds."""

from typing import Any

from cms.frontend.printed_links import reachable, rich_text
from cms.frontend.templatetags.bilan import is_empty, space_before
from cms.pdf.flow import arrange_flow
from cms.pdf.nodes import Element, Node, link, read_nodes, strong, text

EMPTY = "–"  # a cell that says nothing: people hear it, and see that nothing is lost


class Setter:
    """The shared state of one report's elements: the base of printed addresses and the heading
    level.
    """

    def __init__(self, printed_base: str | None, base: str) -> None:
        self.printed_base = printed_base
        self.base = base  # of this site, for links to its pages
        self.level = 0  # of the last heading

    def address(self, url: str | None) -> str:
        """Return a complete address for paper; empty if it cannot be resolved."""
        found = reachable(url, self.printed_base)
        return f"{self.base}{found}" if found.startswith("/") else found

    def prose(self, content: dict[str, Any]) -> list[Node]:
        """Return rich text of the graph as nodes of prose."""
        nodes = arrange_flow(read_nodes(rich_text(content["html"], self.printed_base)))
        stack = list(nodes)
        while stack:
            node = stack.pop()
            stack.extend(node["children"])
            if node.get("href", "").startswith("/"):
                node["href"] = f"{self.base}{node['href']}"
        return nodes

    def heading(
        self, words: str, level: int, number: str = "", anchor: str = "", listed: bool = False
    ) -> Element:
        """Return a heading. One that skips levels is moved up to the next level in use."""
        level = min(level, self.level + 1)
        if listed:
            self.level = level
        return {
            "kind": "heading",
            "level": level,
            "number": number,
            "text": words,
            "anchor": anchor,
            "listed": listed,
        }

    def label(self, words: str, depth: int = 1) -> list[Element]:
        """Return a heading within a block, below its section and not in the table of contents.

        Without words there is none: PDF/UA forbids empty headings.
        """
        if not words.strip():
            return []
        return [self.heading(words, self.level + 1) | {"level": self.level + depth}]

    def fact(self, fact: dict[str, Any] | None) -> list[Node]:
        """Return a fact as nodes, with its figure in bold; empty for an empty fact."""
        if fact is None:
            return []
        nodes = [text(fact["before"])] if fact["before"] else []
        if not is_empty(fact["figure"]):
            nodes += [text(" ")] if nodes else []
            nodes.append(strong(text(fact["figure"]["text"])))
        after = fact["after"] or fact["url"]
        if after:
            nodes += [text(space_before(after))] if nodes else []
            nodes.append(link(after, self.address(fact["url"])))
        return nodes

    def name(self, card: dict[str, Any]) -> list[Node]:
        """Return the name of a service as a card or a row has it."""
        service = card["service"]
        other = service["name"] if service else card["url"]
        words = card["name"].strip() or other or "Sans nom"
        address = f"/services/{service['slug']}/" if service else card["url"]
        return [link(words, self.address(address))]


def prose(nodes: list[Node]) -> Element:
    return {"kind": "prose", "nodes": nodes}


def paragraph(*nodes: Node) -> Element:
    return prose([{"kind": "p", "children": list(nodes)}])


def item_list(items: list[list[Node]]) -> Element:
    """Return a list whose items are words."""
    listed = [{"kind": "li", "children": nodes} for nodes in items if nodes]
    return prose([{"kind": "ul", "children": listed}] if listed else [])


def group(elements: list[Element]) -> Element:
    """Return elements as a group that is kept on one page if possible."""
    return {"kind": "group", "elements": elements}
