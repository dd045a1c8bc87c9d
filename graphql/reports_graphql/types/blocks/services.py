"""Services and incubators, as the report prints them, beside the living record."""

import strawberry

from reports.core.document import service_blocks as nodes
from reports_graphql.descriptions import describe_address, describe_record
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.item import Item
from reports_graphql.types.node_types import item_type
from reports_graphql.types.snippets import Incubator, Service

NAME = "The name, as printed in this report."


@strawberry.type
class PrintedService(Item):
    """The fields of every card or line about a service: the printed name, the living record."""

    name: str = strawberry.field(description=NAME)
    url: str = address_field(describe_address("The link of the name,"))
    mission: str = strawberry.field(description="The mission, as printed in this report.")
    service: Service | None = reference_field(
        "service",
        describe_record("The living record of the service"),
    )


@item_type(nodes.ImpactCard)
class ImpactCard(PrintedService):
    """A card: the fields that it has beside those of every service are described in its node."""


@item_type(nodes.Period)
class CardPeriod(Item):
    """A period of a card: its fields are described in its node."""


@item_type(nodes.ComparisonCard)
class ComparisonCard(PrintedService):
    """A card: the fields that it has beside those of every service are described in its node."""


@item_type(nodes.ServiceLine)
class ServiceLine(PrintedService):
    """A line: the fields that it has beside those of every service are described in its node."""


@item_type(nodes.ListedIncubator)
class ListedIncubator(Item):
    """Readers meet the printed words before the record."""

    name: str = strawberry.field(description=NAME)
    owner: str = strawberry.field(description="The administration, as printed in parentheses.")
    incubator: Incubator | None = reference_field(
        "incubator",
        describe_record("The living record of the incubator"),
    )
