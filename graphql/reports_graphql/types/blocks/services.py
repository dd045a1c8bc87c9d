"""GraphQL types of services and incubators in reports: the printed words and the record."""

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
    """The fields shared by all cards and lines about a service: printed name and record."""

    name: str = strawberry.field(description=NAME)
    url: str = address_field(describe_address("The link of the name,"))
    mission: str = strawberry.field(description="The mission, as printed in this report.")
    service: Service | None = reference_field(
        "service",
        describe_record("The living record of the service"),
    )


@item_type(nodes.ImpactCard)
class ImpactCard(PrintedService):
    """A card with results; its other fields are described in its node."""


@item_type(nodes.Period)
class CardPeriod(Item):
    """A period of a comparison card; its fields are described in its node."""


@item_type(nodes.ComparisonCard)
class ComparisonCard(PrintedService):
    """A card that compares periods; its other fields are described in its node."""


@item_type(nodes.ServiceLine)
class ServiceLine(PrintedService):
    """A service in one line; its other fields are described in its node."""


@item_type(nodes.ListedIncubator)
class ListedIncubator(Item):
    """An incubator in a list: the printed words, then the record."""

    name: str = strawberry.field(description=NAME)
    owner: str = strawberry.field(description="The administration, as printed in parentheses.")
    incubator: Incubator | None = reference_field(
        "incubator",
        describe_record("The living record of the incubator"),
    )
