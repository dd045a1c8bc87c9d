"""A row of a funding table: who was awarded how much."""

from operator import attrgetter
from typing import Any

import strawberry
from strawberry import Parent

from reports import figures
from reports.document.grid import GridRow
from reports_graphql.descriptions import describe_address
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.figures import Figure
from reports_graphql.types.item import Item
from reports_graphql.types.snippets import Service
from reports_graphql.types.tables import CELLS, TableCell


def award_mission(row: Parent[GridRow]) -> str:
    return row.cells[0].text if len(row.cells) > 1 else ""


def award_amount(row: Parent[GridRow]) -> Any:
    return row.cells[-1].figure if row.cells else figures.parse("")


@strawberry.type(description="Un lauréat et ce qui lui a été attribué.")
class Award(Item):
    head: str = strawberry.field(name="name", description="Nom du lauréat, tel qu’imprimé.")
    url: str = address_field(describe_address("Lien du nom"))
    mission: str = strawberry.field(
        resolver=award_mission,
        description="Mission, telle qu’imprimée : la première cellule après le nom, quand elle "
        "n’est pas aussi la dernière ; vide sinon.",
    )
    amount: Figure = strawberry.field(
        resolver=award_amount,
        description="Montant attribué : la dernière cellule de la ligne, quoi que dise la tête de "
        "colonne.",
    )
    cells: list[TableCell] = strawberry.field(description=CELLS)
    service: Service | None = reference_field(
        "service",
        "Fiche vivante du service ; nulle si aucune n’est désignée, ou si elle n’est pas publique.",
        attrgetter("confirmed_reference"),
    )
