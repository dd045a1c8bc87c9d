"""A row of a funding table: who was awarded how much."""

from typing import Self

import strawberry

from reports import figures, models
from reports.tables import Row, Table
from reports_graphql.context import Info
from reports_graphql.descriptions import printed
from reports_graphql.fields import computed
from reports_graphql.types.figures import figure
from reports_graphql.types.item import Item
from reports_graphql.types.snippets import Service
from reports_graphql.types.tables import CELLS, TableCell


@strawberry.type(description="Un lauréat et ce qui lui a été attribué.")
class Award(Item):
    slug: strawberry.Private[str]
    name: str = strawberry.field(description="Nom du lauréat, tel qu’imprimé.")
    url: str = strawberry.field(description=printed("Lien du nom"))
    mission: str = strawberry.field(
        description="Mission, telle qu’imprimée : la première cellule après le nom, quand elle "
        "n’est pas aussi la dernière ; vide sinon."
    )
    amount: figures.Figure = figure(
        "Montant attribué : la dernière cellule de la ligne, quoi que dise la tête de colonne."
    )
    cells: list[TableCell] = strawberry.field(description=CELLS)

    @computed(
        "Fiche vivante du service ; nulle si aucune n’est désignée, ou si elle n’est pas publique.",
        Service | None,
    )
    def service(self, info: Info) -> models.Service | None:
        return info.context.load.services_by_id_or_slug.get(self.slug or None)

    @classmethod
    def of(cls, table: Table, row: Row) -> Self:
        cells = TableCell.list_of(table, row)
        return cls(
            id=strawberry.ID(row.id),
            slug=row.ref,
            name=row.head,
            url=row.url,
            mission=cells[0].text if len(cells) > 1 else "",
            amount=cells[-1].figure if cells else figures.read(""),
            cells=cells,
        )
