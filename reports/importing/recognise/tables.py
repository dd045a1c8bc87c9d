"""Tables: indicators, awards, budget, or any other."""

from bs4 import Tag

from reports.figures import parse
from reports.importing.draft import Draft
from reports.importing.facts import EMPTY, recognise_fact
from reports.importing.findings import Notice
from reports.importing.inline import lead_of, words_of
from reports.importing.line_marks import line_of
from reports.importing.recognise.awards import is_awards, recognise_awards
from reports.importing.recognise.indicators import is_indicators, recognise_indicators
from reports.importing.recognise.parsed_table import ParsedTable, parse_table
from reports.importing.recognise.table_rows import row_of
from reports.tables import Table


def recognise_table(
    element: Tag, caption: str, words_before: str, notices: list[Notice]
) -> Draft | None:
    """The block that a `<table>` is; None for a table without any cell.

    `words_before` are the heading and the paragraph above it.
    """
    printed = words_of(element)
    if caption_tag := element.find("caption"):
        caption = caption or words_of(caption_tag)
        caption_tag.extract()
    else:
        printed = f"{caption} {printed}"
    table = parse_table(element, notices)
    if table is None:
        return None
    draft = recognise_parsed(table, caption, words_before, line_of(element))
    if table.has_joined_heads:
        draft.printed = printed
    return draft


def recognise_parsed(table: ParsedTable, caption: str, words_before: str, line: int) -> Draft:
    if is_indicators(table):
        return recognise_indicators(table, caption, line)
    if is_budget(table, caption):
        return recognise_budget_table(table, line)
    if is_awards(table, words_before, caption):
        return recognise_awards(table, caption, line)
    rows = tuple(row_of(row) for row in table.body)
    return Draft("data_table", line, {"caption": caption, "table": Table(table.columns, rows)})


def is_budget(table: ParsedTable, caption: str) -> bool:
    """Whether each row is a post, with its amount beside it."""
    if len(table.columns) != 2 or caption:
        return False
    if any(row[0] and row[0].find("a") for row in table.body):
        return False
    amounts = [parse(words_of(row[1])) for row in table.body if row[1] is not None]
    return bool(amounts) and all(figure.currency for figure in amounts)


def recognise_budget_table(table: ParsedTable, line: int) -> Draft:
    lines = []
    for title, amount in table.body:
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
    headings = [column.heading for column in table.columns]
    return Draft(
        "budget",
        line,
        {"title_heading": headings[0], "amount_heading": headings[1], "lines": lines},
    )
