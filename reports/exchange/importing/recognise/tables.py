"""Tables: indicators, awards, budget, or any other."""

from bs4 import Tag

from reports.content.tables import Table
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.awards import is_awards, put_names_first, recognise_awards
from reports.exchange.importing.recognise.budgets import is_budget, recognise_budget_table
from reports.exchange.importing.recognise.cell_link_notices import tell_links
from reports.exchange.importing.recognise.figure_tables import recognise_figure_table
from reports.exchange.importing.recognise.indicators import is_indicators, recognise_indicators
from reports.exchange.importing.recognise.parsed_table import ParsedTable, parse_table
from reports.exchange.importing.recognise.table_rows import row_of
from reports.exchange.importing.recognise.target_tables import is_account


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
    draft = choose_type(table, caption, words_before, line_of(element))
    is_moved = draft.kind == "funding_table" and draft.value["table"].columns != table.columns
    if table.has_joined_heads or is_moved:
        draft.printed = printed
    used = put_names_first(table) if is_moved else table
    notices += tell_links(used or table, draft)
    return draft


def choose_type(table: ParsedTable, caption: str, words_before: str, line: int) -> Draft:
    if key_figures := recognise_figure_table(table, caption, line):
        return key_figures
    said = f"{words_before}\n{caption}"
    if is_indicators(table, said) and not is_account(table, said):
        return recognise_indicators(table, caption, line)
    if is_awards(table, said):
        return recognise_awards(table, caption, line)
    moved = put_names_first(table)
    if moved is not None and is_awards(moved, said):
        return recognise_awards(moved, caption, line)
    if is_budget(table, caption, words_before):
        return recognise_budget_table(table, line)
    rows = tuple(row_of(row) for row in table.body)
    return Draft("data_table", line, {"caption": caption, "table": Table(table.columns, rows)})
