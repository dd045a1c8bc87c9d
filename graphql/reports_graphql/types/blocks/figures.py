"""The numbers of a report."""

import logging
from operator import attrgetter
from typing import Any

import strawberry
from strawberry import Parent

from reports.blocks import figures
from reports.charts import block as chart
from reports.document import rich_text
from reports.document.figure_blocks import Chart
from reports.document.transcription import find_origin, normalize_words, transcribe
from reports.storage.stored_file import StorageUnavailable
from reports_graphql.context import Info
from reports_graphql.descriptions import block_type
from reports_graphql.enums import ChartKind, Origin
from reports_graphql.fields import reference_field
from reports_graphql.scalars import VegaLite
from reports_graphql.types.awards import Award
from reports_graphql.types.blocks.block import Block, union_member
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.media import Picture
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

COLUMNS = "Les colonnes, celle des têtes de ligne comprise."


@block_type(figures.KeyFigureGroupBlock, "Des chiffres clés sous un même titre, ou sans titre.")
class FigureGroup(Item):
    title: str
    facts: list[Fact] = strawberry.field(description="Les chiffres, chacun avec ses mots.")


@union_member("key_figures")
class KeyFiguresBlock(Block):
    groups: list[FigureGroup] = strawberry.field(
        name="figureGroups", description="Les groupes de chiffres."
    )


@union_member("indicator_table")
class IndicatorTableBlock(Block):
    caption: str
    columns: list[TableColumn] = table_columns(COLUMNS)
    indicator_rows: list[IndicatorRow] = table_rows("Une ligne par indicateur.")


@union_member("funding_table")
class FundingTableBlock(Block):
    caption: str
    columns: list[TableColumn] = table_columns(COLUMNS)
    awards: list[Award] = table_rows("Une ligne par lauréat.")
    funding_round: FundingRound | None = reference_field(
        "funding_round",
        "Promotion dans laquelle ces montants ont été attribués ; nulle si aucune n’est "
        "désignée, ou si elle n’est pas publique.",
    )


@block_type(figures.BudgetLineBlock, "Un poste de dépense.")
class BudgetLine(Item):
    title: str
    detail: str
    amount: Fact = strawberry.field(description="Montant du poste.")
    staff: Fact = strawberry.field(description="Effectif, en ETP ou ETPT ; vide si non publié.")


@union_member("budget")
class BudgetBlock(Block):
    title_heading: str
    amount_heading: str
    lines: list[BudgetLine] = strawberry.field(
        name="budgetLines", description="Les postes, dans l’ordre."
    )


@union_member("data_table")
class DataTableBlock(Block):
    caption: str
    columns: list[TableColumn] = table_columns(COLUMNS)
    rows: list[TableRow] = table_rows("Les lignes, dans l’ordre.")


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
    except StorageUnavailable as error:
        logger.warning("An answer is without its drawing: %s.", error)
        info.context.mark_incomplete()
        return None


@union_member("chart")
class ChartBlock(Block):
    title: str
    kind: ChartKind = strawberry.field(resolver=chart_kind)
    columns: list[TableColumn] = table_columns("Catégories, puis une par série.", "data")
    rows: list[TableRow] = table_rows("Une ligne par catégorie.", "data")
    unit: str
    source: str
    note: str
    alt: str
    transcription: RichText = strawberry.field(
        resolver=chart_transcription,
        description="Ce que montre le graphique, en toutes lettres : écrit, sinon tiré des "
        "données.",
    )
    transcription_origin: Origin = strawberry.field(
        resolver=chart_transcription_origin,
        description="D’où vient la transcription, et si elle suit encore les données.",
    )
    picture: Picture | None = reference_field(
        "picture",
        "Image d’un ancien graphique ; nulle s’il n’y en a pas, ou si elle n’est pas publique. Un "
        "graphique qui a des données peut l’avoir gardée : montrer alors `svg` ou `spec`.",
        attrgetter("picture"),
    )
    spec: VegaLite | None = strawberry.field(
        resolver=chart_spec,
        description="Le graphique en Vega-Lite, pour le dessiner soi-même ; nul s’il n’y a rien à "
        "dessiner.",
    )
    svg: str | None = strawberry.field(
        resolver=chart_svg,
        description="Le graphique dessiné : un élément `svg` sans style ni script, à insérer tel "
        "quel. Il est caché aux lecteurs d’écran : donner à côté la transcription ou les données. "
        "Nul s’il n’y a rien à dessiner, ou s’il n’a pas pu l’être.",
    )
