"""Tables: indicators, awards, budget, or any other."""

import re
from dataclasses import replace
from typing import Any

from bs4 import Tag

from reports.document.periods import read_period
from reports.figures import Unit, parse
from reports.importing.draft import Draft, Named
from reports.importing.facts import EMPTY, recognise_fact
from reports.importing.findings import Notice
from reports.importing.inline import (
    EMPHASIS,
    href_of,
    html_of,
    lead_of,
    significant_nodes,
    words_of,
)
from reports.importing.markup import line_of
from reports.importing.recognise.services import service_of
from reports.importing.vocabulary import get_vocabulary
from reports.tables import Cell, Column, Row, Table

WRAPPED = re.compile(r"\([^()]+\)")


def recognise_table(element: Tag, caption: str, notices: list[Notice]) -> Draft | None:
    """The block that a `<table>` is; None for a table without any cell."""
    if caption_tag := element.find("caption"):
        caption = caption or words_of(caption_tag)
        caption_tag.extract()
    grid = expand_spans(element, notices)
    if not grid:
        return None
    line = line_of(element)
    headed = all(cell is None or is_head(cell) for cell in grid[0])
    head = grid[0] if headed else [None] * len(grid[0])
    body = grid[1:] if headed else grid
    columns = tuple(Column(words_of(cell) if cell else "") for cell in head)
    if is_indicators(columns, body):
        return recognise_indicators(columns, body, caption, line)
    amounts = [parse(words_of(row[-1])) for row in body if row[-1] is not None]
    euros = bool(amounts) and all(figure.unit is Unit.EURO for figure in amounts)
    if euros and len(columns) == 3 and all(row[0] and row[0].find("a") for row in body):
        return recognise_awards(columns, body, caption, line)
    if (
        euros
        and len(columns) == 2
        and not caption
        and not any(row[0] and row[0].find("a") for row in body)
    ):
        return recognise_budget_table(columns, body, line)
    rows = tuple(row_of(row) for row in body)
    return Draft("data_table", line, {"caption": caption, "table": Table(columns, rows)})


def expand_spans(element: Tag, notices: list[Notice]) -> list[list[Tag | None]]:
    """The cells as a rectangle: where a cell spans others, those are None."""
    grid: list[list[Tag | None]] = []
    pending: dict[tuple[int, int], None] = {}
    own = [tr for tr in element.find_all("tr") if tr.find_parent("table") is element]
    for place, tr in enumerate(own):
        row: list[Tag | None] = []
        for cell in tr.find_all(["td", "th"], recursive=False):
            while (place, len(row)) in pending:
                row.append(None)
            start, wide, high = len(row), read_span(cell, "colspan"), read_span(cell, "rowspan")
            row += [cell, *[None] * (wide - 1)]
            for below in range(1, high):
                pending |= {(place + below, start + right): None for right in range(wide)}
            if wide > 1 or high > 1:
                notices.append(
                    Notice(
                        line_of(cell), "cellules fusionnées : les cellules couvertes sont vides."
                    )
                )
        grid.append(row)
    width = max((len(row) for row in grid), default=0)
    return [row + [None] * (width - len(row)) for row in grid] if width else []


def read_span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return max(1, min(int(value), 100)) if value.isascii() and value.isdigit() else 1


def is_head(cell: Tag) -> bool:
    """Whether a cell heads its column: not one that heads its row."""
    return cell.find_parent("thead") is not None or (
        cell.name == "th" and cell.get("scope") != "row"
    )


def is_indicators(columns: tuple[Column, ...], body: list[list[Tag | None]]) -> bool:
    """Names first, then columns that state a period, with a number somewhere in one of them."""
    vocabulary = get_vocabulary()
    stated = [
        place
        for place, column in enumerate(columns)
        if read_period(column)
        and (vocabulary.result.are_in(column.heading) or vocabulary.target.are_in(column.heading))
    ]
    names = [parse(words_of(row[0])).is_number for row in body if row[0] is not None]
    if not stated or 0 in stated or any(names):
        return False
    if any(vocabulary.indicator.are_in(column.heading) for column in columns[1:]):
        return False
    cells = [row[place] for row in body for place in stated]
    return any(cell is not None and parse(words_of(cell)).is_number for cell in cells)


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


def row_of(cells: list[Tag | None]) -> Row:
    """A row: its head is a name, maybe a link, maybe followed by a note."""
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


def recognise_indicators(
    columns: tuple[Column, ...], body: list[list[Tag | None]], caption: str, line: int
) -> Draft:
    rows = tuple(row_of(row) for row in body)
    heads: list[Named | None] = []
    for row, cells in zip(rows, body, strict=True):
        units = {parse(cell.raw).unit for cell in row.cells[1:] if parse(cell.raw).is_number}
        fields = (("definition", row.note), ("unit", "%" if units == {Unit.PERCENT} else ""))
        place = line_of(cells[0]) if cells[0] else line
        heads.append(Named("indicator", row.head, fields=fields, line=place) if row.head else None)
    return Draft(
        "indicator_table", line, {"caption": caption, "table": Table(columns, rows)}, heads
    )


def recognise_awards(
    columns: tuple[Column, ...], body: list[list[Tag | None]], caption: str, line: int
) -> Draft:
    rows, heads = [], []
    for cells in body:
        row = row_of(cells)
        link = cells[0].find("a") if cells[0] else None
        assert isinstance(link, Tag)
        rows.append(replace(row, url=href_of(link)))
        heads.append(service_of(link, row.head, row.cells[1].raw, line_of(cells[0])))
    value = {"caption": caption, "table": Table(columns, tuple(rows)), "funding_round": None}
    return Draft("funding_table", line, value, list(heads))


def recognise_budget_table(
    columns: tuple[Column, ...], body: list[list[Tag | None]], line: int
) -> Draft:
    lines = []
    for title, amount in body:
        nodes = list(title.children) if title else []
        name, rest = lead_of(nodes)
        if not name:
            name, rest = words_of(nodes), []
        lines.append(
            {
                "title": name,
                "detail": words_of(rest),
                "amount": recognise_fact(words_of(amount) if amount else ""),
                "staff": EMPTY,
            }
        )
    headings = [column.heading for column in columns]
    return Draft(
        "budget",
        line,
        {"title_heading": headings[0], "amount_heading": headings[1], "lines": lines},
    )
