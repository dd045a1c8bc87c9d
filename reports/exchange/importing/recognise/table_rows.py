"""Reads table rows: a name, perhaps with a link and a note, then cells."""

import re
from copy import copy

from bs4 import Tag
from bs4.element import PageElement

from reports.content.tables import Cell, Row
from reports.exchange.importing.inline import (
    EDITOR_BREAK,
    EMPHASIS,
    href_of,
    html_of,
    lead_of,
    lines_of,
    text_of,
    words_of,
)
from reports.exchange.importing.recognise.cell_links import list_links, only_address
from reports.exchange.importing.recognise.parsed_table import Cells

WRAPPED = re.compile(r"\([^()]+\)")
AFTER_NAME = re.compile(r"\s*(?::|[—–-]\s)\s*\S")
ITEM = "\ue000"  # stands between the items of a list until their words are read
EMPHASIS_TAG = re.compile(r"</?i>")
BETWEEN = re.compile(r"\A\s*[:–—]\s+(?!\d)")


def cell_of(cell: Tag | None) -> Cell:
    """Return a cell with its words and its link, if all its links have one address."""
    if cell is None:
        return Cell("")
    return Cell(list_items(cell), url=only_address(cell))


def list_items(cell: Tag) -> str:
    """Return the words of a cell, with each item of a list on a line of its own."""
    if not cell.find("li"):
        return words_of(cell)
    marked = copy(cell)
    for item in marked.find_all("li"):
        item.insert_before(ITEM)
    for listed in marked.find_all(["ul", "ol"]):
        listed.insert_after(ITEM)
    lines = (line.strip() for line in words_of(marked).split(ITEM))
    return "\n".join(filter(None, lines))


def row_of(cells: Cells) -> Row:
    """Return the row that these cells form."""
    first = cells[0]
    name, lines = split_title(first)
    if lines:  # the name may be a link, and what follows it has its own
        url = next((href_of(link) for link in list_links(first) if words_of(link) == name), "")
    else:
        url = only_address(first)
    note = EDITOR_BREAK.join(filter(None, map(note_of, lines)))
    return Row((Cell(name), *map(cell_of, cells[1:])), url=url, note=note)


def split_title(cell: Tag | None) -> tuple[str, list[list[PageElement]]]:
    """Return the name at the head of a row, and the nodes of each line after it.

    The name is in bold at the beginning, or a link before a colon or a dash; otherwise all words.
    """
    if cell is None:
        return "", []
    first, *more = lines_of(cell)
    name, rest = lead_of(first)
    if not name and (linked := split_link(first)):
        name, rest = linked
    lines = [line for line in (rest, *more) if words_of(line)]
    return (name, lines) if name and lines else (words_of(cell), [])


def split_link(nodes: list[PageElement]) -> tuple[str, list[PageElement]] | None:
    """Return the words of a leading link, and the nodes after it; None for other nodes.

    A colon or a dash must follow the link.
    """
    nodes = [node for node in nodes if isinstance(node, Tag) or str(node).strip()]
    if not nodes or not isinstance(nodes[0], Tag) or nodes[0].name != "a":
        return None
    return (words_of(nodes[0]), nodes[1:]) if AFTER_NAME.match(text_of(nodes[1:])) else None


def note_of(nodes: list[PageElement]) -> str:
    """Return the nodes after a name as HTML, for the note of a row.

    Emphasis and parentheses around the whole are removed, and the colon or dash before it: in
    print, the name and the note are on two lines.
    """
    html = BETWEEN.sub("", html_of(nodes))
    if all(map(is_emphasised, nodes)):
        html = EMPHASIS_TAG.sub("", html).strip()
    return html[1:-1].strip() if WRAPPED.fullmatch(html) else html


def is_emphasised(node: PageElement) -> bool:
    """Return whether all words of a node are in italics, perhaps in several pieces."""
    if isinstance(node, Tag):
        return node.name in EMPHASIS or all(map(is_emphasised, node.children))
    return not str(node).strip()
