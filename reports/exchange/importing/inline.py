"""Reads nodes of the tree as plain text, as the HTML of rich text, or as a link."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from reports.core.text.notes import ELEMENT, print_mark
from reports.core.text.rich_text import SCRIPTS, sanitise_html, translate_raised_digits
from reports.core.text.words import split_words
from reports.exchange.importing.line_marks import LINE

SPACE = re.compile(r"[ \t\r\n\f]+")  # never the no-break ones: they are typography
BREAK = "\0"  # a line break or the edge of a block, while text is put together
# Two numbers on two lines would read as one: 12 and 345 are not 12 345.
BETWEEN_NUMBERS = re.compile(rf"(?<=\d)[ {BREAK}]*{BREAK}[ {BREAK}]*(?=\d)")
DASH = re.compile(r"\s[—–-]\s")
EDITOR_NAMES = {"strong": "b", "em": "i", "del": "s"}  # what the rich text editor calls them
EDITOR_BREAK = "<br/>"
STRONG = ("strong", "b")
EMPHASIS = ("em", "i")
BLOCKS = {
    *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("legend", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
}


CELLS = {"li", "td", "th", "tr", "caption"}
# Blocks that rich text does not know: paragraphs in it, so that their words stay apart.
BOXES = BLOCKS - {"blockquote", "dd", "dl", "dt", "ol", "p", "pre", "table", "ul"}


def text_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """Return the words of nodes on one line, with spaces for line breaks and texts of images."""
    nodes = [nodes] if isinstance(nodes, PageElement) else nodes
    text = SPACE.sub(" ", "".join(map(split_inline, nodes)))
    return SPACE.sub(" ", BETWEEN_NUMBERS.sub(" ; ", text).replace(BREAK, " "))


def split_inline(node: PageElement) -> str:
    """Return the words of one node, with `BREAK` where lines break."""
    if isinstance(node, NavigableString):
        return str(node).replace(BREAK, "")
    if not isinstance(node, Tag):
        return ""
    if node.name == "br":
        return BREAK
    if node.name == "img":
        return alternative_text(node)
    if node.name == ELEMENT and node.get("id"):
        return print_mark(str(node["id"]))
    inner = "".join(map(split_inline, node.children))
    if node.name in SCRIPTS:
        return translate_raised_digits(node.name, inner)
    return f"{BREAK}{inner}{BREAK}" if node.name in BLOCKS | CELLS else inner


def alternative_text(image: Tag) -> str:
    """Return the text of an image within words: its alternative, then its title."""
    shown = (str(image.get("alt") or ""), str(image.get("title") or ""))
    return "".join(f" {text} " for text in shown if text.strip())


def words_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """Return `text_of` nodes, without white space at the ends."""
    return text_of(nodes).strip()


def html_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """Return sanitised HTML, with the element names that the rich text editor uses."""
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
                tag.name = EDITOR_NAMES.get(tag.name, "p" if tag.name in BOXES else tag.name)
            for image in copy.find_all("img"):
                image.replace_with(alternative_text(image))
            for span in copy.find_all(is_bare_span):
                span.unwrap()
            shown = copy.decode_contents() if is_bare_span(copy) else str(copy)
            parts.append(escape(alternative_text(copy)) if copy.name == "img" else shown)
    return sanitise_html("".join(parts)).strip().replace("<br>", EDITOR_BREAK)


def is_bare_span(tag: Tag) -> bool:
    """Return whether a span only changes how its words look."""
    return tag.name == "span" and {*tag.attrs} <= {"class", "style"}


def prose_of(nodes: Iterable[PageElement]) -> str:
    """Return nodes as block HTML, in which runs of inline nodes are paragraphs."""
    parts: list[str] = []
    run: list[PageElement] = []
    for node in [*nodes, None]:
        if node is not None and not is_block(node):
            run.append(node)
            continue
        if words_of(run):
            parts.append(f"<p>{html_of(run)}</p>")
        run = []
        if isinstance(node, Tag) and not is_empty_line(node):
            parts.append(html_of(node))
    return "".join(parts)


def is_empty_line(node: Tag) -> bool:
    """Return whether a paragraph shows nothing."""
    return node.name == "p" and not words_of(node) and not node.find("img")


def is_block(node: PageElement) -> bool:
    """Return whether a node is displayed as a block."""
    return isinstance(node, Tag) and (
        node.name in BLOCKS or "fr-transcription" in node.get_attribute_list("class")
    )


def significant_nodes(nodes: Iterable[PageElement]) -> list[PageElement]:
    """Return the nodes that are not only white space."""
    return [n for n in nodes if not isinstance(n, NavigableString) or str(n).strip()]


def only_link(nodes: Iterable[PageElement]) -> Tag | None:
    """Return the link if nodes consist of one, apart from emphasis and punctuation; else None."""
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
    """Return the bold words at the beginning of nodes and the rest; ("", nodes) without any."""
    nodes = list(nodes)
    while nodes and isinstance(nodes[0], NavigableString) and not str(nodes[0]).strip():
        nodes.pop(0)
    if nodes and isinstance(nodes[0], Tag) and nodes[0].name in STRONG:
        return words_of(nodes[0]), nodes[1:]
    return "", nodes


def lines_of(cell: Tag) -> list[list[PageElement]]:
    """Return the nodes of each line of a cell: one line per paragraph, or one for the cell.

    Word processors put all content of a cell into paragraphs, Markdown does not.
    """
    parts = significant_nodes(cell.children)
    if not parts or not all(isinstance(part, Tag) and part.name in ("p", "div") for part in parts):
        return [list(cell.children)]
    return [line for part in parts if isinstance(part, Tag) for line in lines_of(part)]


def cut_at(nodes: Iterable[PageElement]) -> tuple[list[PageElement], list[PageElement]] | None:
    """Return the nodes before and after the first colon in plain words; None without a colon."""
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


Cut = tuple[list[PageElement], list[PageElement]]


def cut_at_dash(nodes: Iterable[PageElement]) -> Cut | None:
    """Return the nodes before and after the first dash between spaces; None without a dash."""
    return next(iterate_dashes(list(nodes)), None)


def cut_at_last_dash(nodes: Iterable[PageElement]) -> Cut | None:
    """Return the nodes before and after the last dash between spaces; None without a dash."""
    return next(iter(list(iterate_dashes(list(nodes)))[::-1]), None)


def iterate_dashes(nodes: list[PageElement]) -> Iterator[Cut]:
    for place, node in enumerate(nodes):
        if isinstance(node, NavigableString):
            for found in DASH.finditer(str(node)):
                left, right = str(node)[: found.start()], str(node)[found.end() :]
                yield (
                    [*nodes[:place], NavigableString(left)],
                    [NavigableString(right), *nodes[place + 1 :]],
                )


def has_nothing_else(element: Tag, *parts: PageElement | None) -> bool:
    """Return whether these parts, in this order, have all the words of an element."""
    words = " ".join(words_of(part) for part in parts if part is not None)
    return words.split() == words_of(element).split()


def holds_only(nodes: list[PageElement], parts: list[Tag]) -> bool:
    return split_words(words_of(nodes)) == split_words(" ".join(map(words_of, parts)))
