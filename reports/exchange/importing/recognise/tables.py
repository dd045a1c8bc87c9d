"""Recognises a table as indicators, awards, a budget or key figures, or else as a data table."""

from bs4 import Tag

from reports.content.tables import Table
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.awards import is_awards, put_names_first, recognise_awards
from reports.exchange.importing.recognise.budgets import is_budget, recognise_budget_table
from reports.exchange.importing.recognise.cell_link_notices import list_link_notices
from reports.exchange.importing.recognise.figure_tables import recognise_figure_table
from reports.exchange.importing.recognise.indicators import is_indicators, recognise_indicators
from reports.exchange.importing.recognise.parsed_table import ParsedTable, parse_table
from reports.exchange.importing.recognise.table_rows import row_of
from reports.exchange.importing.recognise.target_tables import is_account


def recognise_table(
    element: Tag, caption: str, words_before: str, notices: list[Notice]
) -> Draft | None:
    """Return a `<table>` as a block; None for a table without cells.

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
    draft, used = choose_type(table, caption, words_before, line_of(element))
    if table.has_joined_heads or used is not table:
        draft.printed = printed
    notices += list_link_notices(used, draft)
    return draft


def choose_type(
    table: ParsedTable, caption: str, words_before: str, line: int
) -> tuple[Draft, ParsedTable]:
    """Return the block, and the table with its columns in the order of that block."""
    if key_figures := recognise_figure_table(table, caption, line):
        return key_figures, table
    said = f"{words_before}\n{caption}"
    if is_indicators(table, said) and not is_account(table, said):
        return recognise_indicators(table, caption, line), table
    for used in (table, put_names_first(table)):
        if used is not None and is_awards(used, said):
            return recognise_awards(used, caption, line), used
    if is_budget(table, caption, words_before):
        return recognise_budget_table(table, line), table
    rows = tuple(row_of(row) for row in table.body)
    value = {"caption": caption, "table": Table(table.columns, rows)}
    return Draft("data_table", line, value), table
