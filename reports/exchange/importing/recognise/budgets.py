"""Recognises budgets in tables of two columns: posts and their amounts."""

from typing import Any

from bs4 import Tag

from reports.core.figures import CURRENCIES, Figure, parse
from reports.core.figures.column_unit import read_column_unit
from reports.core.figures.locale import current_locale
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.facts import EMPTY, recognise_fact
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.recognise.cell_links import only_address
from reports.exchange.importing.recognise.parsed_table import ParsedTable
from reports.exchange.importing.recognise.table_rows import BETWEEN, split_title


def is_budget(table: ParsedTable, caption: str, words_before: str) -> bool:
    """Return whether a table is a budget.

    A heading or the words above speak of expenses, and each row is a post with an amount of money,
    by its own unit or by that of its column. In the latter case, the amount must have the same
    value when it is read with the unit beside it.
    """
    heads = " ".join(column.heading for column in table.columns)
    if not get_vocabulary().expense.are_in(f"{heads}\n{words_before}"):
        return False
    return lists_posts(table, caption) and all(
        figure.currency or state_unit(table, figure) for figure in read_amounts(table)
    )


def lists_posts(table: ParsedTable, caption: str) -> bool:
    """Return whether rows have a name without a link, and an amount."""
    if len(table.columns) != 2 or caption or not read_amounts(table):
        return False
    names = [row[0] for row in table.body if row[0] is not None]
    return not any(name.find("a") or parse(words_of(name)).is_number for name in names)


def read_amounts(table: ParsedTable) -> list[Figure]:
    return [parse(words_of(row[1])) for row in table.body if row[1] is not None]


def state_unit(table: ParsedTable, figure: Figure) -> str:
    """Return an amount in the unit of its column, « 1 200 k€ »; "" if that is not money."""
    unit = read_column_unit(table.columns[1].heading, current_locale())
    if unit is None or unit.unit not in CURRENCIES or not figure.is_number:
        return ""
    applied = unit.apply(figure).away_from_column
    stated = parse(applied.text)
    return applied.text if list_parts(stated) == list_parts(applied) else ""


def list_parts(figure: Figure) -> tuple[Any, ...]:
    """Return the parts by which two readings of a figure are compared."""
    return (figure.value, figure.value_to, figure.step, figure.currency, figure.qualifier)


def recognise_budget_table(table: ParsedTable, line: int) -> Draft:
    """Return the budget in a table as a block."""
    lines = []
    for title, amount in table.body:
        name, more = split_title(title)
        lines.append(
            {
                "title": name,
                "detail": " ".join(BETWEEN.sub("", words_of(each)) for each in more),
                "amount": read_amount(table, amount),
                "staff": EMPTY,
            }
        )
    headings = [column.heading for column in table.columns]
    return Draft(
        "budget",
        line,
        {"title_heading": headings[0], "amount_heading": headings[1], "lines": lines},
    )


def read_amount(table: ParsedTable, cell: Tag | None) -> dict[str, Any]:
    """Return the fact of an amount; one without a unit is read in that of its column."""
    words, url = words_of(cell) if cell else "", only_address(cell)
    figure = parse(words)
    stated = "" if figure.currency else state_unit(table, figure)
    if stated:
        return {**EMPTY, "figure": {"raw": words, "read_as": stated}, "url": url}
    return recognise_fact(words, url)
