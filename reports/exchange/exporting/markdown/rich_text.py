"""Writes rich text as Markdown if it is read back unchanged, and as raw HTML otherwise."""

from collections.abc import Callable, Iterable

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from reports.core.text.notes import ELEMENT
from reports.core.text.rich_text_form import normalize_html
from reports.exchange.exporting.markdown.escaping import (
    escape_html,
    escape_inline,
    escape_line,
    write_link,
)
from reports.exchange.exporting.markdown.read_back import read_prose

MARKS = {"b": "**", "i": "*"}
LISTS = ("ul", "ol")
INLINE_BLOCKS = ("p", "ul", "ol", "li", "table", "blockquote", "dl", "pre")

Write = Callable[[Tag], str]


def parse_html(html: str) -> list[PageElement]:
    """Return the nodes of normalised rich text."""
    soup = BeautifulSoup(html, "lxml")
    return list(soup.body.children) if soup.body else []


def write_rich_text(html: str) -> list[str]:
    """Return one piece of Markdown for each element of rich text.

    Each is in the first form that is read back as the same HTML: Markdown, Markdown with inline
    HTML, or HTML.
    """
    pieces: list[str] = []
    last = ""
    for node in parse_html(normalize_html(html)):
        name = node.name if isinstance(node, Tag) else ""
        is_parted = not (name in LISTS and name == last)  # two lists would become one
        pieces.append(write_element(node, is_parted))
        last = name
    return [piece for piece in pieces if piece]


def write_element(node: PageElement, may_be_markdown: bool = True) -> str:
    if not isinstance(node, Tag):
        return escape_line(str(node))
    if node.name not in INLINE_BLOCKS:
        return write_inline([node], is_raw=True).strip(" ")
    wanted = normalize_html(str(node))
    for is_raw in (False, True) if may_be_markdown else ():
        text = write_block(node, is_raw)
        if text and read_prose(text) == wanted:
            return text
    return write_raw(node)


def write_block(node: Tag, is_raw: bool) -> str:
    """Return a paragraph or list as Markdown; nothing for any other element."""
    if node.name == "p":
        return write_line(node.children, is_raw)
    if node.name in LISTS and not node.attrs:
        return "\n".join(write_items(node, "", is_raw))
    return ""


def write_items(element: Tag, indent: str, is_raw: bool = False) -> Iterable[str]:
    """Yield the lines of a list and of the lists in it."""
    for number, li in enumerate(element.find_all("li", recursive=False), 1):
        mark = f"{number}. " if element.name == "ol" else "- "
        own = [n for n in li.children if not (isinstance(n, Tag) and n.name in LISTS)]
        yield f"{indent}{mark}{write_line(own, is_raw)}".rstrip(" ")
        for below in li.find_all(LISTS, recursive=False):
            yield from write_items(below, indent + " " * len(mark), is_raw)


def write_line(nodes: Iterable[PageElement], is_raw: bool = False) -> str:
    """Return inline nodes as a whole line of Markdown."""
    nodes = list(nodes)
    if nodes and isinstance(nodes[0], NavigableString):
        first = escape_line(str(nodes[0]))
        space = " " if str(nodes[0]).endswith(" ") and len(nodes) > 1 else ""
        return f"{first}{space}{write_inline(nodes[1:], is_raw)}".strip(" ")
    return write_inline(nodes, is_raw).strip(" ")


def write_inline(nodes: Iterable[PageElement], is_raw: bool = False) -> str:
    """Return inline nodes as Markdown; with `is_raw`, all elements are HTML."""
    parts = []
    for node in nodes:
        if isinstance(node, NavigableString):
            parts.append(escape_inline(str(node)))
        elif isinstance(node, Tag):
            inner = write_inline(node.children, is_raw)
            parts.append(write_inline_element(node, inner, is_raw))
    return "".join(parts)


def write_inline_element(node: Tag, inner: str, is_raw: bool) -> str:
    if node.name == "br":
        return "<br>"
    if node.name == ELEMENT:
        return f"[^{node['id']}]"
    if not is_raw and node.name in MARKS and not node.attrs:
        return f"{MARKS[node.name]}{inner}{MARKS[node.name]}"
    if not is_raw and node.name == "a" and set(node.attrs) == {"href"}:
        return write_link(inner, str(node["href"]))
    attributes = "".join(f' {name}="{escape_html(str(v))}"' for name, v in node.attrs.items())
    return f"<{node.name}{attributes}>{inner}</{node.name}>"


def write_raw(node: PageElement) -> str:
    """Return an element as HTML in which nothing is Markdown."""
    if isinstance(node, Tag):
        attributes = "".join(f' {n}="{escape_html(str(v))}"' for n, v in node.attrs.items())
        inner = "".join(map(write_raw, node.children))
        return f"<{node.name}{attributes}>" + (
            "" if node.name == "br" else f"{inner}</{node.name}>"
        )
    return escape_html(str(node))


def write_note(html: str) -> str:
    """Return the inline rich text of a note, on one line of Markdown."""
    return write_inline(parse_inline(normalize_html(html))).strip(" ")


def parse_inline(html: str) -> list[PageElement]:
    """Return the nodes of rich text; those of its only paragraph, if it is one."""
    nodes = parse_html(html)
    if len(nodes) == 1 and isinstance(nodes[0], Tag) and nodes[0].name == "p":
        return list(nodes[0].children)
    return nodes
