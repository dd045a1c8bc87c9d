"""Tables: columns once, rows whose cells name their column."""

from operator import attrgetter
from typing import Any

import strawberry
from strawberry import Parent

from reports import figures
from reports.document.grid import GridRow
from reports.document.periods import read_period
from reports.document.table import Column
from reports_graphql.descriptions import describe_address
from reports_graphql.enums import ObservationKind
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.figures import figure_field
from reports_graphql.types.indicators import Indicator, Period
from reports_graphql.types.item import Item
from reports_graphql.types.richtext import RichText

CELLS = "Cellules après la tête de ligne, dans l’ordre des colonnes."


def column_period(column: Parent[Column]) -> Any:
    return read_period(column)


def column_kind(column: Parent[Column]) -> ObservationKind | None:
    period = read_period(column)
    return ObservationKind(period.kind) if period else None


@strawberry.type(description="Une colonne de tableau.")
class TableColumn(Item):
    heading: str = strawberry.field(description="Tête de colonne, telle qu’imprimée.")
    period: Period | None = strawberry.field(
        resolver=column_period,
        description="Année que nomme la tête de colonne ; nulle si elle n’en nomme pas une seule.",
    )
    kind: ObservationKind | None = strawberry.field(
        resolver=column_kind,
        description="Résultat ou objectif ; nul quand la colonne n’a pas de période.",
    )


@strawberry.type(description="Une cellule de tableau, hors tête de ligne.")
class TableCell(Item):
    column: strawberry.ID = strawberry.field(description="Identifiant de sa colonne.")
    text: str = strawberry.field(description="Le texte tel que saisi.")
    figure: figures.Figure = figure_field("Le même texte, lu comme un chiffre.")
    url: str = address_field(describe_address("Lien de la cellule"))


@strawberry.type(description="Une ligne de tableau.")
class TableRow(Item):
    head: str = strawberry.field(name="name", description="Tête de ligne, telle qu’imprimée.")
    note: RichText = strawberry.field(description="Précision imprimée sous la tête de ligne.")
    url: str = address_field(describe_address("Lien de la tête de ligne"))
    cells: list[TableCell] = strawberry.field(description=CELLS)


@strawberry.type(description="Un indicateur et ses valeurs, tels que le bilan les imprime.")
class IndicatorRow(Item):
    head: str = strawberry.field(name="name", description="Nom de l’indicateur, tel qu’imprimé.")
    note: RichText = strawberry.field(
        name="definition", description="Définition, telle qu’imprimée."
    )
    url: str = address_field(describe_address("Lien du nom"))
    cells: list[TableCell] = strawberry.field(description=CELLS)
    indicator: Indicator | None = reference_field(
        "indicator",
        "Fiche vivante de l’indicateur, avec sa série ; nulle si aucune n’est désignée, ou si elle "
        "n’est pas publique.",
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
