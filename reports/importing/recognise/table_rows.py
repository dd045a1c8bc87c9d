"""Rows of tables: a head that is a name, maybe a link, maybe followed by a note; then cells."""

import re

from bs4 import Tag
from bs4.element import PageElement

from reports.importing.inline import (
    EDITOR_BREAK,
    EMPHASIS,
    href_of,
    html_of,
    lead_of,
    lines_of,
    words_of,
)
from reports.importing.recognise.parsed_table import Cells
from reports.tables import Cell, Row

WRAPPED = re.compile(r"\([^()]+\)")
EMPHASIS_TAG = re.compile(r"</?i>")


def cell_of(cell: Tag | None) -> Cell:
    """A cell's words; its link where it has one; items of a list in it on lines of their own."""
    if cell is None:
        return Cell("")
    link = cell.find("a")
    items = cell.find_all("li")
    text = words_of(cell)
    if items and "".join(map(words_of, items)).replace(" ", "") == text.replace(" ", ""):
        text = "\n".join(words_of(item) for item in items)
    return Cell(text, url=href_of(link) if isinstance(link, Tag) else "")


def row_of(cells: Cells) -> Row:
    """The row that cells are."""
    first = cells[0]
    name, lines = split_title(first)
    link = first.find("a") if first else None
    url = href_of(link) if isinstance(link, Tag) and words_of(link) == name else ""
    note = EDITOR_BREAK.join(filter(None, map(note_of, lines)))
    return Row((Cell(name), *map(cell_of, cells[1:])), url=url, note=note)


def split_title(cell: Tag | None) -> tuple[str, list[list[PageElement]]]:
    """Return the name that heads a row, and the nodes of each line of what follows it.

    The name is the bold words that the cell begins with, or all its words where none follow.
    """
    if cell is None:
        return "", []
    first, *more = lines_of(cell)
    name, rest = lead_of(first)
    lines = [line for line in (rest, *more) if words_of(line)]
    return (name, lines) if name and lines else (words_of(cell), [])


def note_of(nodes: list[PageElement]) -> str:
    """Return what follows the name, as HTML, without the emphasis and parentheses around all of
    it.
    """
    html = html_of(nodes)
    if all(map(is_emphasised, nodes)):
        html = EMPHASIS_TAG.sub("", html).strip()
    return html[1:-1].strip() if WRAPPED.fullmatch(html) else html


def is_emphasised(node: PageElement) -> bool:
    """Return whether all words of a node are in italics, which links cut into pieces."""
    if isinstance(node, Tag):
        return node.name in EMPHASIS or all(map(is_emphasised, node.children))
    return not str(node).strip()
