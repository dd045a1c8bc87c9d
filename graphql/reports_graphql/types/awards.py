"""The type of a row of a funding table: a recipient and the amount awarded."""

from operator import attrgetter
from typing import Any

import strawberry
from strawberry import Parent

from reports.core.document.awards import AwardRow
from reports.core.document.figure_blocks import FundingTable
from reports.core.figures import Figure
from reports_graphql.descriptions import describe_address, describe_record
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.figures import figure_field
from reports_graphql.types.item import Item
from reports_graphql.types.richtext import RichText
from reports_graphql.types.snippets import Service
from reports_graphql.types.tables import CELLS, TableCell


@strawberry.type(description="A recipient and what was awarded to it.")
class Award(Item):
    head: str = strawberry.field(name="name", description="The name of the recipient, as printed.")
    note: RichText = strawberry.field(description="What is printed below the name.")
    url: str = address_field(describe_address("The link of the name,"))
    mission: str = strawberry.field(
        description="The mission, as printed below the head that says so; empty otherwise.",
    )
    amount: Figure = figure_field(
        "The amount: the cell below the head that names what was awarded, else the only money in "
        "the row; empty where neither is certain."
    )
    cells: list[TableCell] = strawberry.field(description=CELLS)
    service: Service | None = reference_field(
        "service",
        describe_record("The living record of the service"),
        attrgetter("confirmed_reference"),
    )


def award_rows(description: str) -> Any:
    """Return a field that gives the rows of a funding table."""

    def resolve(node: Parent[FundingTable]) -> list[AwardRow]:
        return node.table.awards  # type: ignore[return-value]

    return strawberry.field(resolver=resolve, description=description)
