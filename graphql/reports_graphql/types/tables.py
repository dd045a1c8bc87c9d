"""Types of tables: their columns, and rows whose cells name their column."""

from operator import attrgetter
from typing import Any

import strawberry
from strawberry import Parent

from reports.core import figures
from reports.core.document.grid import GridRow
from reports.core.document.periods import read_period
from reports.core.document.table import Column
from reports_graphql.descriptions import describe_address, describe_record
from reports_graphql.enums import ObservationKind
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.figures import figure_field
from reports_graphql.types.indicators import Indicator, Period
from reports_graphql.types.item import Item
from reports_graphql.types.richtext import RichText

CELLS = "The cells after the head of the row, in the order of the columns."


def column_period(column: Parent[Column]) -> Any:
    return read_period(column)


def column_kind(column: Parent[Column]) -> ObservationKind | None:
    period = read_period(column)
    return ObservationKind(period.kind) if period else None


@strawberry.type(description="A column of a table.")
class TableColumn(Item):
    heading: str = strawberry.field(description="The head of the column, as printed.")
    period: Period | None = strawberry.field(
        resolver=column_period,
        description="The year that the head of the column names; null if it names none or several.",
    )
    kind: ObservationKind | None = strawberry.field(
        resolver=column_kind,
        description="Whether the column gives results or targets; null if it has no period.",
    )


@strawberry.type(description="A cell of a table, heads aside.")
class TableCell(Item):
    column: strawberry.ID = strawberry.field(description="The identifier of its column.")
    text: str = strawberry.field(
        description="The text, ready to be displayed: a figure typeset, words as typed."
    )
    figure: figures.Figure = figure_field(
        "The same text, read as a figure; `figure.raw` is what was typed."
    )
    url: str = address_field(describe_address("The link of the cell,"))


@strawberry.type(description="A row of a table.")
class TableRow(Item):
    head: str = strawberry.field(name="name", description="The head of the row, as printed.")
    note: RichText = strawberry.field(description="The note printed below the head of the row.")
    url: str = address_field(describe_address("The link of the head,"))
    cells: list[TableCell] = strawberry.field(description=CELLS)


@strawberry.type(description="An indicator and its values, as the report prints them.")
class IndicatorRow(Item):
    head: str = strawberry.field(name="name", description="The name of the indicator, as printed.")
    note: RichText = strawberry.field(name="definition", description="The definition, as printed.")
    url: str = address_field(describe_address("The link of the name,"))
    cells: list[TableCell] = strawberry.field(description=CELLS)
    indicator: Indicator | None = reference_field(
        "indicator",
        describe_record("The living record of the indicator, with its series"),
        attrgetter("confirmed_reference"),
    )


def table_columns(description: str, part: str = "table") -> Any:
    """Return a field that gives the columns of the table in a part of a node."""

    def resolve(node: Parent[Any]) -> list[Column]:
        columns: list[Column] = getattr(node, part).grid.columns
        return columns

    return strawberry.field(resolver=resolve, description=description)


def table_rows(description: str, part: str = "table") -> Any:
    """Return a field that gives the rows of the table in a part of a node."""

    def resolve(node: Parent[Any]) -> list[GridRow]:
        rows: list[GridRow] = getattr(node, part).grid.rows
        return rows

    return strawberry.field(resolver=resolve, description=description)
