"""A row of a funding table: who was awarded how much."""

from operator import attrgetter
from typing import Any

import strawberry
from strawberry import Parent

from reports import figures
from reports.document.grid import GridRow
from reports_graphql.descriptions import describe_address, describe_record
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.figures import Figure
from reports_graphql.types.item import Item
from reports_graphql.types.snippets import Service
from reports_graphql.types.tables import CELLS, TableCell


def award_mission(row: Parent[GridRow]) -> str:
    return row.cells[0].text if len(row.cells) > 1 else ""


def award_amount(row: Parent[GridRow]) -> Any:
    return row.cells[-1].figure if row.cells else figures.parse("")


@strawberry.type(description="A recipient and what was awarded to it.")
class Award(Item):
    head: str = strawberry.field(name="name", description="The name of the recipient, as printed.")
    url: str = address_field(describe_address("The link of the name,"))
    mission: str = strawberry.field(
        resolver=award_mission,
        description="The mission, as printed: the first cell after the name, unless that is the "
        "last one too; empty otherwise.",
    )
    amount: Figure = strawberry.field(
        resolver=award_amount,
        description="The amount: the last cell of the row, whatever the head of its column says.",
    )
    cells: list[TableCell] = strawberry.field(description=CELLS)
    service: Service | None = reference_field(
        "service",
        describe_record("The living record of the service"),
        attrgetter("confirmed_reference"),
    )
