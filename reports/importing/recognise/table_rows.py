"""Rows of tables: a head that is a name, maybe a link, maybe followed by a note; then cells."""

import re
from typing import Any

from bs4 import Tag

from reports.importing.inline import (
    EMPHASIS,
    href_of,
    html_of,
    lead_of,
    significant_nodes,
    words_of,
)
from reports.importing.recognise.parsed_table import Cells
from reports.tables import Cell, Row

WRAPPED = re.compile(r"\([^()]+\)")


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
    nodes = list(first.children) if first else []
    name, rest = lead_of(nodes)
    if not name or not words_of(rest):
        name, rest = (words_of(first) if first else ""), []
    link = first.find("a") if first else None
    url = href_of(link) if isinstance(link, Tag) and words_of(link) == name else ""
    return Row((Cell(name), *map(cell_of, cells[1:])), url=url, note=note_of(rest))


def note_of(nodes: list[Any]) -> str:
    """Return what follows the name, as HTML, without the emphasis and parentheses around all of
    it.
    """
    alone = significant_nodes(nodes)
    if len(alone) == 1 and isinstance(alone[0], Tag) and alone[0].name in EMPHASIS:
        nodes = list(alone[0].children)
    html = html_of(nodes)
    return html[1:-1].strip() if WRAPPED.fullmatch(html) else html
