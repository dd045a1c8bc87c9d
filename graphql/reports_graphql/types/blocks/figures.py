"""The numbers of a report."""

from typing import Any, Self

import strawberry
from wagtail.blocks import StructValue

from reports import models
from reports.blocks import figures
from reports.charts import block as chart
from reports.transcription import origin, said, transcribe
from reports_graphql.context import Info
from reports_graphql.descriptions import block_type
from reports_graphql.enums import ChartKind, Origin
from reports_graphql.fields import computed
from reports_graphql.scalars import VegaLite
from reports_graphql.types.awards import Award
from reports_graphql.types.blocks.block import Block, Placed, key
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item, items
from reports_graphql.types.media import Picture
from reports_graphql.types.richtext import RichText
from reports_graphql.types.snippets import FundingRound
from reports_graphql.types.tables import IndicatorRow, TableColumn, TableRow, full

COLUMNS = "Les colonnes, celle des têtes de ligne comprise."


@block_type(figures.KeyFigureGroupBlock, "Des chiffres clés sous un même titre, ou sans titre.")
class FigureGroup(Item):
    title: str
    facts: list[Fact] = strawberry.field(description="Les chiffres, chacun avec ses mots.")

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(id=id, title=value["title"] or "", facts=Fact.list_of(value["facts"]))


@block_type(figures.KeyFiguresBlock)
class KeyFiguresBlock(Block):
    figure_groups: list[FigureGroup] = strawberry.field(description="Les groupes de chiffres.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        groups = [FigureGroup.of(*item) for item in items(placed.value["groups"])]
        return cls(id=placed.id, section=placed.section, figure_groups=groups)


@block_type(figures.IndicatorTableBlock)
class IndicatorTableBlock(Block):
    caption: str
    columns: list[TableColumn] = strawberry.field(description=COLUMNS)
    indicator_rows: list[IndicatorRow] = strawberry.field(description="Une ligne par indicateur.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        table = full(placed.value["table"])
        return cls(
            id=placed.id,
            section=placed.section,
            caption=placed.value["caption"] or "",
            columns=[TableColumn.of(column) for column in table.columns],
            indicator_rows=[IndicatorRow.of(table, row) for row in table],
        )


@block_type(figures.FundingTableBlock)
class FundingTableBlock(Block):
    key: strawberry.Private[int | None]
    caption: str
    columns: list[TableColumn] = strawberry.field(description=COLUMNS)
    awards: list[Award] = strawberry.field(description="Une ligne par lauréat.")

    @computed(
        "Promotion dans laquelle ces montants ont été attribués ; nulle si aucune n’est "
        "désignée, ou si elle n’est pas publique.",
        FundingRound | None,
    )
    def funding_round(self, info: Info) -> models.FundingRound | None:
        return info.context.load.funding_rounds_by_id.get(self.key)

    @classmethod
    def of(cls, placed: Placed) -> Self:
        table = full(placed.value["table"])
        return cls(
            id=placed.id,
            section=placed.section,
            key=key(placed.value["funding_round"]),
            caption=placed.value["caption"] or "",
            columns=[TableColumn.of(column) for column in table.columns],
            awards=[Award.of(table, row) for row in table],
        )


@block_type(figures.BudgetLineBlock, "Un poste de dépense.")
class BudgetLine(Item):
    title: str
    detail: str
    amount: Fact = strawberry.field(description="Montant du poste.")
    staff: Fact = strawberry.field(description="Effectif, en ETP ou ETPT ; vide si non publié.")

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            title=value["title"] or "",
            detail=value["detail"] or "",
            amount=Fact.of(f"{id}-amount", value["amount"]),
            staff=Fact.of(f"{id}-staff", value["staff"]),
        )


@block_type(figures.BudgetBlock)
class BudgetBlock(Block):
    title_heading: str
    amount_heading: str
    budget_lines: list[BudgetLine] = strawberry.field(description="Les postes, dans l’ordre.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            title_heading=placed.value["title_heading"] or "",
            amount_heading=placed.value["amount_heading"] or "",
            budget_lines=[BudgetLine.of(*item) for item in items(placed.value["lines"])],
        )


@block_type(figures.DataTableBlock)
class DataTableBlock(Block):
    caption: str
    columns: list[TableColumn] = strawberry.field(description=COLUMNS)
    rows: list[TableRow] = strawberry.field(description="Les lignes, dans l’ordre.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        table = full(placed.value["table"])
        return cls(
            id=placed.id,
            section=placed.section,
            caption=placed.value["caption"] or "",
            columns=[TableColumn.of(column) for column in table.columns],
            rows=[TableRow.of(table, row) for row in table],
        )


@block_type(figures.ChartBlock)
class ChartBlock(Block):
    key: strawberry.Private[int | None]
    value: strawberry.Private[StructValue]
    title: str
    kind: ChartKind
    columns: list[TableColumn] = strawberry.field(description="Catégories, puis une par série.")
    rows: list[TableRow] = strawberry.field(description="Une ligne par catégorie.")
    unit: str
    source: str
    note: str
    alt: str
    transcription: RichText = strawberry.field(
        description="Ce que montre le graphique, en toutes lettres : écrit, sinon tiré des données."
    )
    transcription_origin: Origin = strawberry.field(
        description="D’où vient la transcription, et si elle suit encore les données."
    )

    @computed(
        "Image d’un ancien graphique ; nulle s’il n’y en a pas, ou si elle n’est pas publique. Un "
        "graphique qui a des données peut l’avoir gardée : montrer alors `svg` ou `spec`.",
        Picture | None,
    )
    def picture(self, info: Info) -> models.Picture | None:
        return info.context.load.pictures_by_id.get(self.key)

    @computed(
        "Le graphique en Vega-Lite, pour le dessiner soi-même ; nul s’il n’y a rien à dessiner.",
        VegaLite | None,
    )
    def spec(self) -> dict[str, Any] | None:
        return chart.spec_of(self.value)

    @computed(
        "Le graphique dessiné : un élément `svg` sans style ni script, à insérer tel quel. Il est "
        "caché aux lecteurs d’écran : donner à côté la transcription ou les données. Nul s’il n’y "
        "a rien à dessiner, ou s’il n’a pas pu l’être."
    )
    def svg(self) -> str | None:
        return chart.markup_of(self.value)

    @classmethod
    def of(cls, placed: Placed) -> Self:
        value = placed.value
        data, words = value["data"], value["transcription"].source
        title, unit, table = value["title"] or "", value["unit"] or "", full(data)
        return cls(
            id=placed.id,
            section=placed.section,
            key=key(value["picture"]),
            value=value,
            title=title,
            kind=ChartKind(value["kind"] or "bar"),
            columns=[TableColumn.of(column) for column in table.columns],
            rows=[TableRow.of(table, row) for row in table],
            unit=unit,
            source=value["source"] or "",
            note=value["note"] or "",
            alt=value["alt"] or "",
            transcription=RichText(source=words if said(words) else transcribe(title, data, unit)),
            transcription_origin=origin(value["basis"] or "", data, words),
        )
