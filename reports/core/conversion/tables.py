"""Converts tables of data, indicators and awards, and budgets, to one another.

Each is read as rows with a head and cells, from which the chosen type is built.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from reports.core.conversion.name_columns import put_names_first
from reports.core.conversion.records import FindRecord
from reports.core.document.block import Block
from reports.core.document.block_ids import derive_id
from reports.core.document.facts import Fact
from reports.core.document.figure_blocks import (
    Budget,
    BudgetLine,
    DataTable,
    FundingTable,
    IndicatorTable,
)
from reports.core.document.table import Cell, Column, Row, Table
from reports.core.figures import Unit, parse, split
from reports.core.figures.figure import Figure
from reports.core.text.rich_text import plain
from reports.core.text.vocabulary import get_vocabulary

STAFF = (Unit.FTE, Unit.FTE_WORKED)


@dataclass(frozen=True)
class Rows:
    """The rows of a table or a budget, with its caption."""

    id: str
    caption: str
    table: Table
    refer_to: str = ""
    """The kind of records that the rows refer to."""
    cited: str = ""
    """The citations of the caption."""


def read_rows(block: Block) -> Rows | None:
    """Return the rows of a table or a budget; None for any other block."""
    match block:
        case IndicatorTable() | FundingTable() | DataTable():
            refer_to = block.parts["table"].refers_to
            return Rows(block.id, block.caption, block.table.fill_rows(), refer_to, block.cited)
        case Budget():
            return Rows(block.id, "", lay_out_budget(block))
    return None


def lay_out_budget(budget: Budget) -> Table:
    """Return the posts as rows: staff has a column where some post has any."""
    has_staff = any(line.staff.line for line in budget.lines)
    headings = [("title", budget.title_heading), ("amount", budget.amount_heading)]
    if has_staff:
        headings.append(("staff", BudgetLine.parts["staff"].label))
    columns = (Column(heading, derive_id(budget.id, "column", name)) for name, heading in headings)
    return Table(tuple(columns), tuple(lay_out_post(line, has_staff) for line in budget.lines))


def lay_out_post(line: BudgetLine, has_staff: bool) -> Row:
    facts = (line.amount, line.staff) if has_staff else (line.amount,)
    return Row(
        (Cell(line.title), *map(to_cell, facts)),
        id=line.id,
        note=escape(line.detail, quote=False),
        leading=any(fact.leading for fact in facts),
    )


def to_cell(fact: Fact) -> Cell:
    """Return a fact as a cell, which reads the figure among the words that it prints."""
    figure = fact.figure
    words = " ".join(filter(None, (fact.before, figure.raw, fact.after)))
    read_as = figure.read_as
    if words != figure.raw and figure.is_number:
        read_as = read_as or figure.raw
    return Cell(words, read_as, fact.url)


def to_fact(cell: Cell) -> Fact:
    """Return a cell as a fact: its figure states the unit that the heads of the table gave it."""
    before, expression, after = (part.strip() for part in split(cell.raw))
    if cell.read_as and cell.read_as != expression:
        return Fact(figure=parse(cell.raw, cell.read_as), url=cell.url)
    figure = read_stated(cell, expression)
    return Fact(before=before, figure=figure, after=after, url=cell.url)


def read_stated(cell: Cell, expression: str) -> Figure:
    """Return the figure of a cell as it reads without the heads around it."""
    figure = parse(expression)
    if cell.context is None or figure == cell.figure or not cell.figure.is_number:
        return figure
    stated = parse(expression, cell.figure.away_from_column.text)
    return stated if list_parts(stated) == list_parts(cell.figure) else figure


def list_parts(figure: Figure) -> tuple[object, ...]:
    """Return what two readings of one figure share."""
    return (figure.value, figure.value_to, figure.step, figure.unit, figure.qualifier)


def to_data_table(rows: Rows, find: FindRecord) -> Block:
    return DataTable(rows.id, rows.caption, refer_to(rows, "", find), rows.cited)


def to_indicators(rows: Rows, find: FindRecord) -> Block:
    return IndicatorTable(rows.id, rows.caption, refer_to(rows, "indicator", find), rows.cited)


def to_awards(rows: Rows, find: FindRecord) -> Block:
    """Return the rows as awards, names first, of the round that the caption names."""
    if rows.refer_to != "service":
        table = put_names_first(rows.table, lambda *named: bool(find("service", *named)))
        rows = replace(rows, table=table)
    round_ = find("funding_round", rows.caption, "") if rows.caption else None
    return FundingTable(
        rows.id,
        caption=rows.caption,
        funding_round=round_.row if round_ else None,
        reference_name=rows.caption if round_ else "",
        table=refer_to(rows, "service", find),
        cited=rows.cited,
    )


def refer_to(rows: Rows, kind: str, find: FindRecord) -> Table:
    """Return the table with rows that refer to records of a kind: those that their heads name."""
    if kind == rows.refer_to:
        return rows.table
    made = []
    for row in rows.table.rows:
        found = find(kind, row.head, row.url) if kind and row.head else None
        made.append(replace(row, ref=found.key if found else "", ref_name=None))
    return Table(rows.table.columns, tuple(made))


def to_budget(rows: Rows, find: FindRecord) -> Block:
    """Return the rows as posts: one column has their amounts, another may have their staff."""
    table = rows.table
    amount = find_amount(table)
    staff = find_staff(table, amount)
    headings = [column.heading for column in table.columns]
    return Budget(
        rows.id,
        title_heading=headings[0] if headings else "",
        amount_heading=headings[amount] if amount else "",
        lines=tuple(to_post(row, amount, staff) for row in table.rows),
    )


def to_post(row: Row, amount: int, staff: int) -> BudgetLine:
    """Return a row as a post; 0 is the column of what has none."""
    facts = [to_fact(row.cells[place]) if place else Fact() for place in (amount, staff)]
    return BudgetLine(
        row.id,
        title=row.head,
        detail=" ".join(plain(row.note).split()),
        amount=replace(facts[0], leading=row.leading),
        staff=facts[1],
    )


def find_amount(table: Table) -> int:
    """Return the place of the first column of money, else of numbers but of staff; 0 for none."""
    places = [place for place in range(1, len(table.columns)) if list_numbers(table, place)]
    money = [place for place in places if any(f.currency for f in list_numbers(table, place))]
    others = [place for place in places if not is_staff(table, place)]
    return next(iter([*money, *others]), 0)


def find_staff(table: Table, amount: int) -> int:
    """Return the place of the first column of staff; 0 for none."""
    places = (place for place in range(1, len(table.columns)) if place != amount)
    return next((place for place in places if is_staff(table, place)), 0)


def is_staff(table: Table, place: int) -> bool:
    numbers = list_numbers(table, place)
    is_said = get_vocabulary().staff.are_in(table.columns[place].heading)
    return bool(numbers) and (is_said or all(figure.unit in STAFF for figure in numbers))


def list_numbers(table: Table, place: int) -> list[Figure]:
    """Return the figures of a column that are numbers."""
    figures = (row.cells[place].figure for row in table.rows)
    return [figure for figure in figures if figure.is_number]


MAKERS: dict[str, Callable[[Rows, FindRecord], Block]] = {
    "data_table": to_data_table,
    "indicator_table": to_indicators,
    "funding_table": to_awards,
    "budget": to_budget,
}
"""What makes a block of each type of rows."""
