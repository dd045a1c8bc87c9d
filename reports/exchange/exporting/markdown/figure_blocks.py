"""Writes key figures, tables and budgets as Markdown."""

from collections.abc import Iterator

from reports.core.document.figure_blocks import (
    Budget,
    BudgetLine,
    DataTable,
    FundingTable,
    IndicatorTable,
    KeyFigures,
)
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.escaping import escape_inline, escape_line, join_words
from reports.exchange.exporting.markdown.facts import write_fact
from reports.exchange.exporting.markdown.table import write_captioned, write_row, write_table
from reports.exchange.exporting.markdown.writers import writes


@writes("key_figures")
def write_key_figures(block: KeyFigures, context: Context) -> Iterator[str]:
    lines = []
    for group in block.groups:
        indent = ""
        if group.title.strip():
            lines.append(f"- {escape_line(group.title)}")
            indent = "  "
        lines += [f"{indent}- {write_fact(fact)}".rstrip(" ") for fact in group.facts]
    yield "\n".join(lines)


@writes("indicator_table")
@writes("funding_table")
@writes("data_table")
def write_table_block(
    block: IndicatorTable | FundingTable | DataTable, context: Context
) -> Iterator[str]:
    yield write_captioned(block.caption, write_table(block.table))


@writes("budget")
def write_budget(block: Budget, context: Context) -> Iterator[str]:
    """A list of posts with the amounts below them; a table where the columns have headings."""
    if block.title_heading.strip() or block.amount_heading.strip():
        yield write_budget_table(block)
    else:
        yield "\n".join(line for post in block.lines for line in write_post(post))


def write_title(post: BudgetLine) -> str:
    title = escape_inline(post.title).strip(" ")
    return join_words(f"**{title}**" if title else "", escape_inline(post.detail))


def write_post(post: BudgetLine) -> Iterator[str]:
    yield f"- {join_words(write_title(post), ':')}"
    for fact in (post.amount, post.staff):
        if words := write_fact(fact):
            yield f"  - {words}"


def write_budget_table(block: Budget) -> str:
    head = [escape_line(block.title_heading), escape_line(block.amount_heading)]
    rows = [[write_title(post), write_fact(post.amount)] for post in block.lines]
    staff = [write_fact(post.staff) for post in block.lines]
    if any(staff):
        head.append("")
        rows = [[*row, words] for row, words in zip(rows, staff, strict=True)]
    return "\n".join(map(write_row, [head, ["---"] * len(head), *rows]))
