"""GraphQL types of blocks with figures: tables, key figures and charts."""

import logging
from operator import attrgetter
from typing import Any

import strawberry
from strawberry import Parent

from reports.content.charts import block as chart
from reports.content.charts.process import NotDrawn
from reports.content.storage.stored_file import StorageUnavailable
from reports.core.document import rich_text
from reports.core.document.figure_blocks import Chart, KeyFigureGroup
from reports.core.document.transcription import find_origin, normalize_words, transcribe
from reports_graphql.context import Info
from reports_graphql.descriptions import describe_record
from reports_graphql.enums import ChartKind, Origin
from reports_graphql.field_cost import costs
from reports_graphql.fields import reference_field
from reports_graphql.scalars import VegaLite
from reports_graphql.types.awards import Award, award_rows
from reports_graphql.types.blocks.block import Block, csv_field, union_member
from reports_graphql.types.item import Item
from reports_graphql.types.media import Picture
from reports_graphql.types.node_types import item_type
from reports_graphql.types.richtext import RichText
from reports_graphql.types.snippets import FundingRound
from reports_graphql.types.tables import (
    IndicatorRow,
    TableColumn,
    TableRow,
    table_columns,
    table_rows,
)

logger = logging.getLogger(__name__)

CAPTION = "What the table shows; screen readers read it too."
COLUMNS = "The columns, that of the row heads included."


@item_type(KeyFigureGroup)
class FigureGroup(Item):
    """A group of figures; its fields are described in its node."""


@union_member("indicator_table", "Results and targets by indicator and year.")
class IndicatorTableBlock(Block):
    caption: str = strawberry.field(description=CAPTION)
    columns: list[TableColumn] = table_columns(COLUMNS)
    indicator_rows: list[IndicatorRow] = table_rows("One row for each indicator.")
    csv: str | None = csv_field()


@union_member("funding_table", "The recipients of a funding round and the amounts awarded.")
class FundingTableBlock(Block):
    caption: str = strawberry.field(description=CAPTION)
    columns: list[TableColumn] = table_columns(COLUMNS)
    awards: list[Award] = award_rows("One row for each recipient.")
    csv: str | None = csv_field()
    funding_round: FundingRound | None = reference_field(
        "funding_round",
        describe_record("The round in which these amounts were awarded"),
    )


@union_member("data_table", "A table of figures or words: a survey, a comparison.")
class DataTableBlock(Block):
    caption: str = strawberry.field(description=CAPTION)
    columns: list[TableColumn] = table_columns(COLUMNS)
    rows: list[TableRow] = table_rows("The rows, in order.")
    csv: str | None = csv_field()


def chart_kind(node: Parent[Chart]) -> ChartKind:
    return ChartKind(node.kind)


def chart_transcription(node: Parent[Chart]) -> Any:
    if normalize_words(node.transcription.html):
        return node.transcription
    return rich_text.RichText(transcribe(node.title, node.data, node.unit))


def chart_transcription_origin(node: Parent[Chart]) -> Origin:
    return find_origin(node.basis, node.data, node.transcription.html)


def chart_spec(node: Parent[Chart]) -> Any:
    return chart.build_chart_spec(node)


def chart_svg(node: Parent[Chart], info: Info) -> str | None:
    try:
        return info.context.draw_chart(node)
    except (StorageUnavailable, NotDrawn) as error:
        logger.warning("An answer is without its drawing: %s.", error)
        info.context.mark_incomplete("drawing")
        return None


@union_member("chart", "Data that are drawn, with their transcription.")
class ChartBlock(Block):
    title: str = strawberry.field(description="What the chart shows.")
    kind: ChartKind = strawberry.field(resolver=chart_kind, description="How the data are drawn.")
    columns: list[TableColumn] = table_columns(
        "The column of categories, then one for each series.", "data"
    )
    rows: list[TableRow] = table_rows("One row for each category.", "data")
    csv: str | None = csv_field()
    unit: str = strawberry.field(description="What the values count: « produits ».")
    source: str = strawberry.field(description="Where the data come from.")
    note: str = strawberry.field(description="What the reader should beware of.")
    alt: str = strawberry.field(description="The text alternative of the picture, in one sentence.")
    transcription: RichText = strawberry.field(
        resolver=chart_transcription,
        description="What the chart shows, in words: as written, else generated from the data.",
    )
    transcription_origin: Origin = strawberry.field(
        resolver=chart_transcription_origin,
        description="Where the transcription comes from, and whether it is up to date.",
    )
    picture: Picture | None = reference_field(
        "picture",
        "The picture of an old chart; null if there is none, or if it is not public. A chart with "
        "data may have kept it: show `svg` or `spec` then.",
        attrgetter("picture"),
    )
    spec: VegaLite | None = strawberry.field(
        resolver=chart_spec,
        description="The chart in Vega-Lite, to be drawn by yourself; null if there is nothing to "
        "draw.",
        metadata=costs(weight=20),
    )
    svg: str | None = strawberry.field(
        resolver=chart_svg,
        description="The chart as drawn: an `svg` element without styles or scripts, to be "
        "inserted as it is; null if there is nothing to draw, or if it could not be drawn. It is "
        "hidden from screen readers: show the transcription or the data beside it. Bars and points "
        "carry `data-row` and `data-column`, counted from 1: the row, and the column after the "
        "first one, whose value they show.",
        metadata=costs(weight=40),
    )
