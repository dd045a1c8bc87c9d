"""Reads tables below a comment as the named block: data, indicators, awards or a budget."""

from dataclasses import replace

from bs4 import Tag
from bs4.element import PageElement

from reports.content.tables import Column, Table
from reports.core.text.rich_text_form import normalize_html
from reports.exchange.importing.comments.readers.elements import draft_of, sole_element
from reports.exchange.importing.comments.readers.lists import read_budget_list
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.facts import recognise_fact
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import has_nothing_else, href_of, lead_of, words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.indicators import recognise_indicators
from reports.exchange.importing.recognise.parsed_table import (
    Cells,
    ParsedTable,
    expand_spans,
    own_rows,
)
from reports.exchange.importing.recognise.services import service_of
from reports.exchange.importing.recognise.table_rows import row_of

Grid = list[Cells]


def read_grid(nodes: list[PageElement], notices: list[Notice]) -> tuple[str, Grid] | None:
    """Return the caption and the cells of a table, perhaps inside a figure."""
    table, caption = sole_element(nodes, "table"), None
    if figure := sole_element(nodes, "figure"):
        table, caption = figure.find("table"), figure.find("figcaption")
        if not isinstance(table, Tag) or not has_nothing_else(figure, caption, table):
            return None
    grid = expand_spans(own_rows(table), notices) if table is not None else []
    return (words_of(caption) if caption else "", grid) if grid else None


def columns_of(head: Cells) -> tuple[Column, ...]:
    return tuple(Column(words_of(cell) if cell else "") for cell in head)


def read_table(grid: Grid) -> Table:
    """Return the table of a grid, whose first row is its head."""
    rows = map(row_of, grid[1:])
    return Table(
        columns_of(grid[0]), tuple(replace(row, note=normalize_html(row.note)) for row in rows)
    )


def read_data_table(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    if (found := read_grid(nodes, notices)) is None:
        return None
    caption, grid = found
    return draft_of("data_table", nodes, {"caption": caption, "table": read_table(grid)})


def read_indicator_table(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    if (found := read_grid(nodes, notices)) is None:
        return None
    caption, grid = found
    table = read_table(grid)
    draft = recognise_indicators(ParsedTable(table.columns, grid[1:]), caption, line_of(nodes[0]))
    draft.value["table"] = table
    return draft


def read_funding_table(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    if (found := read_grid(nodes, notices)) is None:
        return None
    caption, grid = found
    table = read_table(grid)
    value = {"caption": caption, "table": table, "funding_round": None}
    draft = draft_of("funding_table", nodes, value)
    for row, cells in zip(table.rows, grid[1:], strict=True):
        found_link = cells[0].find("a") if cells[0] else None
        link = found_link if isinstance(found_link, Tag) else None
        mission = row.cells[1].raw if len(row.cells) > 1 else ""
        draft.heads.append(service_of(link, row.head, mission, line_of(link) if link else 0))
    return draft


def read_budget(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    """Read posts in a table, with the amount and perhaps the staff in the next columns."""
    found = read_grid(nodes, notices)
    if found is None:
        return read_budget_list(nodes, notices)
    caption, (head, *body) = found
    if caption or not 2 <= len(head) <= 3:
        return None
    headings = [column.heading for column in columns_of(head)]
    lines = []
    for title, *cells in body:
        name, rest = lead_of(list(title.children) if title else [])
        facts = [read_fact(cell) for cell in (*cells, None)][:2]
        detail = words_of(rest)
        lines.append({"title": name, "detail": detail, "amount": facts[0], "staff": facts[1]})
    value = {"title_heading": headings[0], "amount_heading": headings[1], "lines": lines}
    return draft_of("budget", nodes, value) if not "".join(headings[2:]) else None


def read_fact(cell: Tag | None) -> dict[str, str]:
    link = cell.find("a") if cell else None
    url = href_of(link) if isinstance(link, Tag) else ""
    return recognise_fact(words_of(cell) if cell else "", url)


READERS = {
    "data_table": read_data_table,
    "indicator_table": read_indicator_table,
    "funding_table": read_funding_table,
    "budget": read_budget,
}
