"""Converts elements that cannot be typeset to plain text.

Every word stays, in order, and headings remain headings, so that links still lead to them.
Emphasis, links and drawings are lost.
"""

from collections.abc import Iterable, Iterator

from cms.pdf.flow import LISTS, arrange_flow
from cms.pdf.nodes import Element, Node, iterate_nodes, join_words, text

BETWEEN_CELLS = " – "


def write_plainly(element: Element) -> list[Element]:
    """Return an element as headings and paragraphs with nothing but words."""
    match element["kind"]:
        case "heading":
            words = join_words(element.get("nodes", [])) or element["text"]
            named = {name: value for name, value in element.items() if name != "nodes"}
            return [named | {"text": words}]
        case "callout" | "group":
            return [plain for each in element["elements"] for plain in write_plainly(each)]
        case "target":
            return [element]
        case "note":
            words = join_words([*element["nodes"], *element["below"]])
            return [{**element, "nodes": [text(words)], "below": []}]
    paragraphs = (words.strip() for words in list_paragraphs(element))
    return [write_paragraph(words) for words in paragraphs if words]


def write_paragraph(words: str) -> Element:
    return {"kind": "prose", "nodes": [{"kind": "p", "children": [text(words)]}]}


def list_paragraphs(element: Element) -> Iterator[str]:
    """Yield the words of an element without a heading, a paragraph at a time."""
    match element["kind"]:
        case "prose":
            yield from split_paragraphs(element["nodes"])
        case "definitions":
            for item in element["items"]:
                yield item["term"]
                yield from split_paragraphs(item["nodes"])
        case "figures":
            yield from map(join_words, element["items"])
        case "status":
            yield element["text"]
        case "table":
            yield element["caption"]
            yield join_cells(column["nodes"] for column in element["columns"])
            yield from map(join_cells, element["rows"])
        case "picture":
            yield from (element["alt"], element["caption"])
        case "quote":
            yield from split_paragraphs(element["nodes"])
            yield element["attribution"]


def split_paragraphs(nodes: list[Node]) -> Iterator[str]:
    """Yield the words of each paragraph, at any depth."""
    for block in arrange_flow(nodes):
        if block["kind"] == "p":
            yield join_lines(block["children"])
        elif block["kind"] in LISTS:
            for item in block["children"]:
                yield from split_paragraphs(item["children"])
        else:
            yield from split_paragraphs(block["children"])


def join_cells(cells: Iterable[list[Node]]) -> str:
    return BETWEEN_CELLS.join(" ".join(split_paragraphs(cell)) for cell in cells)


def join_lines(nodes: list[Node]) -> str:
    """Return words with line breaks replaced by spaces."""
    pieces = (" " if n["kind"] == "br" else n.get("text", "") for n in iterate_nodes(nodes))
    return "".join(pieces)
