"""Words in the tree: as plain text, as the HTML of rich text, as the link that they are."""

import re
from collections.abc import Iterable
from html import escape

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from reports.importing.markup import LINE
from reports.richtext import sanitise

SPACE = re.compile(r"[ \t\r\n\f]+")  # never the no-break ones: they are typography
EDITOR_NAMES = {"strong": "b", "em": "i"}  # what Wagtail's editor calls them
STRONG = ("strong", "b")
EMPHASIS = ("em", "i")
BLOCKS = {
    *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("legend", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
}


def text_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """The words of nodes on one line; `<br>` is a space, an image its alternative."""
    if isinstance(nodes, PageElement):
        nodes = [nodes]
    parts = []
    for node in nodes:
        if isinstance(node, NavigableString):
            parts.append(str(node))
        elif isinstance(node, Tag) and node.name == "br":
            parts.append(" ")
        elif isinstance(node, Tag) and node.name == "img":
            parts.append(alternative(node))
        elif isinstance(node, Tag):
            gap = " " if node.name in BLOCKS or node.name in ("li", "td", "th") else ""
            parts.append(gap + text_of(node.children) + gap)
    return SPACE.sub(" ", "".join(parts))


def alternative(image: Tag) -> str:
    """What stands for an image in the middle of words: its alternative, then its title."""
    shown = (str(image.get("alt") or ""), str(image.get("title") or ""))
    return "".join(f" {text} " for text in shown if text.strip())


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
            for image in copy.find_all("img"):
                image.replace_with(alternative(image))
            parts.append(escape(alternative(copy)) if copy.name == "img" else str(copy))
    return sanitise("".join(parts)).strip()


def prose_of(nodes: Iterable[PageElement]) -> str:
    """Block HTML: runs of inline nodes between blocks become paragraphs."""
    parts: list[str] = []
    run: list[PageElement] = []
    for node in [*nodes, None]:
        if node is not None and not is_block(node):
            run.append(node)
            continue
        if words_of(run):
            parts.append(f"<p>{html_of(run)}</p>")
        run = []
        if node is not None:
            parts.append(html_of(node))
    return "".join(parts)


def is_block(node: PageElement) -> bool:
    """Whether a node stands on lines of its own."""
    return isinstance(node, Tag) and (
        node.name in BLOCKS or "fr-transcription" in node.get_attribute_list("class")
    )


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
