"""Words in the tree: as plain text, as the HTML that rich text stores, as the link that they are."""

import re
from collections.abc import Iterable

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from reports.importing.markup import LINE
from reports.richtext import sanitise

SPACE = re.compile(r"[ \t\r\n\f]+")  # never the no-break ones: they are typography
EDITOR_NAMES = {"strong": "b", "em": "i"}  # what Wagtail's editor calls them
STRONG = ("strong", "b")
EMPHASIS = ("em", "i")
BLOCKS = {
    *("address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer"),
    *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p"),
    *("pre", "section", "table", "ul"),
}


def text_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """The words of nodes on one line; `<br>` is a space."""
    if isinstance(nodes, PageElement):
        nodes = [nodes]
    parts = []
    for node in nodes:
        if isinstance(node, NavigableString):
            parts.append(str(node))
        elif isinstance(node, Tag) and node.name == "br":
            parts.append(" ")
        elif isinstance(node, Tag):
            gap = " " if node.name in BLOCKS or node.name in ("li", "td", "th") else ""
            parts.append(gap + text_of(node.children) + gap)
    return SPACE.sub(" ", "".join(parts))


def words_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """`text_of`, without white space at the ends."""
    return text_of(nodes).strip()


def html_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """Sanitised inline or block HTML, in the names that the rich text editor uses."""
    if isinstance(nodes, PageElement):
        nodes = [nodes]
    parts = []
    for node in nodes:
        if isinstance(node, NavigableString):
            parts.append(node.output_ready("minimal"))
        elif isinstance(node, Tag):
            copy = node.__copy__()
            for tag in [copy, *copy.find_all(True)]:
                tag.attrs.pop(LINE, None)
                tag.name = EDITOR_NAMES.get(tag.name, tag.name)
            parts.append(str(copy))
    return sanitise("".join(parts)).strip()


def significant(nodes: Iterable[PageElement]) -> list[PageElement]:
    """Nodes that are more than white space."""
    return [n for n in nodes if not isinstance(n, NavigableString) or str(n).strip()]


def only_link(nodes: Iterable[PageElement]) -> Tag | None:
    """The link that these nodes are, through emphasis and but for punctuation around; else None."""
    nodes = [
        n for n in nodes if not isinstance(n, NavigableString) or str(n).strip(" \t\n\u00a0.:;,")
    ]
    if len(nodes) != 1 or not isinstance(nodes[0], Tag):
        return None
    if nodes[0].name == "a":
        return nodes[0]
    if nodes[0].name in (*STRONG, *EMPHASIS, "span", "p"):
        return only_link(nodes[0].children)
    return None


def href_of(link: Tag) -> str:
    return str(link.get("href") or "").strip()


def lead_of(nodes: list[PageElement]) -> tuple[str, list[PageElement]]:
    """The bold words that nodes begin with, and the nodes after them; ("", nodes) without."""
    nodes = list(nodes)
    while nodes and isinstance(nodes[0], NavigableString) and not str(nodes[0]).strip():
        nodes.pop(0)
    if nodes and isinstance(nodes[0], Tag) and nodes[0].name in STRONG:
        return words_of(nodes[0]), nodes[1:]
    return "", nodes


def cut(nodes: Iterable[PageElement]) -> tuple[list[PageElement], list[PageElement]] | None:
    """Nodes before and after the first colon that stands in plain words; None without one."""
    before: list[PageElement] = []
    after: list[PageElement] | None = None
    for node in nodes:
        if after is not None:
            after.append(node)
        elif isinstance(node, NavigableString) and ":" in node:
            left, _, right = str(node).partition(":")
            before.append(NavigableString(left.rstrip()))
            after = [NavigableString(right.lstrip())]
        else:
            before.append(node)
    return None if after is None else (before, after)
