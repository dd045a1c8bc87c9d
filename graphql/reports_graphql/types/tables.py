"""Tables: columns once, rows whose cells name their column."""

from typing import Self

import strawberry

from reports import figures, models, projection
from reports.tables import Cell, Column, Row, Table
from reports_graphql.context import Info
from reports_graphql.descriptions import printed
from reports_graphql.enums import ObservationKind
from reports_graphql.fields import computed
from reports_graphql.types.figures import figure
from reports_graphql.types.indicators import Indicator, Period
from reports_graphql.types.item import Item
from reports_graphql.types.richtext import RichText

CELLS = "Cellules après la tête de ligne, dans l’ordre des colonnes."


def full(table: Table) -> Table:
    """The table with a column for each cell and a cell for each column: a draft may be ragged."""
    if not table.ragged:
        return table
    for row in table.rows:
        extra = range(len(table.columns), len(row.cells))
        columns = tuple(Column("", id=f"{row.id}-{place}") for place in extra)
        table = Table(table.columns + columns, table.rows)
    return table.squared()


@strawberry.type(description="Une colonne de tableau.")
class TableColumn(Item):
    heading: str = strawberry.field(description="Tête de colonne, telle qu’imprimée.")
    period: Period | None = strawberry.field(
        description="Année que nomme la tête de colonne ; nulle si elle n’en nomme pas une seule."
    )
    kind: ObservationKind | None = strawberry.field(
        description="Résultat ou objectif ; nul quand la colonne n’a pas de période."
    )

    @classmethod
    def of(cls, column: Column) -> Self:
        when = projection.period(column)
        return cls(
            id=strawberry.ID(column.id),
            heading=column.heading,
            period=Period(label=when.label, start=when.start, end=when.end) if when else None,
            kind=ObservationKind(when.kind) if when else None,
        )


@strawberry.type(description="Une cellule de tableau, hors tête de ligne.")
class TableCell(Item):
    column: strawberry.ID = strawberry.field(description="Identifiant de sa colonne.")
    text: str = strawberry.field(description="Le texte tel que saisi.")
    figure: figures.Figure = figure("Le même texte, lu comme un chiffre.")
    url: str = strawberry.field(description=printed("Lien de la cellule"))

    @classmethod
    def of(cls, row: Row, column: Column, cell: Cell) -> Self:
        return cls(
            id=strawberry.ID(f"{row.id}-{column.id}"),
            column=strawberry.ID(column.id),
            text=cell.raw,
            figure=cell.figure,
            url=cell.url,
        )

    @classmethod
    def list_of(cls, table: Table, row: Row) -> list[Self]:
        after_head = zip(table.columns[1:], row.cells[1:], strict=True)
        return [cls.of(row, column, cell) for column, cell in after_head]


@strawberry.type(description="Une ligne de tableau.")
class TableRow(Item):
    name: str = strawberry.field(description="Tête de ligne, telle qu’imprimée.")
    note: RichText = strawberry.field(description="Précision imprimée sous la tête de ligne.")
    url: str = strawberry.field(description=printed("Lien de la tête de ligne"))
    cells: list[TableCell] = strawberry.field(description=CELLS)

    @classmethod
    def of(cls, table: Table, row: Row) -> Self:
        return cls(
            id=strawberry.ID(row.id),
            name=row.head,
            note=RichText(source=row.note),
            url=row.url,
            cells=TableCell.list_of(table, row),
        )


@strawberry.type(description="Un indicateur et ses valeurs, tels que le bilan les imprime.")
class IndicatorRow(Item):
    code: strawberry.Private[str]
    name: str = strawberry.field(description="Nom de l’indicateur, tel qu’imprimé.")
    definition: RichText = strawberry.field(description="Définition, telle qu’imprimée.")
    url: str = strawberry.field(description=printed("Lien du nom"))
    cells: list[TableCell] = strawberry.field(description=CELLS)

    @computed(
        "Fiche vivante de l’indicateur, avec sa série ; nulle si aucune n’est désignée, ou si elle "
        "n’est pas publique.",
        Indicator | None,
    )
    def indicator(self, info: Info) -> models.Indicator | None:
        return info.context.load.indicators_by_code.get(self.code or None)

    @classmethod
    def of(cls, table: Table, row: Row) -> Self:
        return cls(
            id=strawberry.ID(row.id),
            code=row.ref,
            name=row.head,
            definition=RichText(source=row.note),
            url=row.url,
            cells=TableCell.list_of(table, row),
        )
