"""Services and incubators, as the report prints them, beside the living record."""

import strawberry

from reports.document import service_blocks as nodes
from reports_graphql.descriptions import describe_address, describe_record
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.blocks.block import Block, union_member
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.periods import CardPeriod
from reports_graphql.types.snippets import Incubator, Service

NAME = "The name, as printed in this report."
STATUS = "The phase and the incubator, as printed."


@strawberry.type
class PrintedService(Item):
    """What every card or line about a service has: the printed name, the living record."""

    name: str = strawberry.field(description=NAME)
    url: str = address_field(describe_address("The link of the name,"))
    mission: str = strawberry.field(description="The mission, as printed in this report.")
    service: Service | None = reference_field(
        "service",
        describe_record("The living record of the service"),
    )


@strawberry.type(description="A service with its mission, its status and its impact.")
class ImpactCard(PrintedService):
    is_type_of = staticmethod(lambda value, info: isinstance(value, nodes.ImpactCard))

    mission_heading: str = strawberry.field(
        description="The heading of the mission, as printed: « Sa mission »."
    )
    status: str = strawberry.field(description=STATUS)
    facts_heading: str = strawberry.field(
        description="The heading of the facts, as printed: « Son impact »."
    )
    facts: list[Fact] = strawberry.field(description="What the service achieved.")


@union_member("impact_cards", "Services with their missions and their impact in figures.")
class ImpactCardsBlock(Block):
    cards: list[ImpactCard] = strawberry.field(
        name="impactCards", description="The cards, in order."
    )


@strawberry.type(description="A service from one period to the next, and its growth.")
class ComparisonCard(PrintedService):
    is_type_of = staticmethod(lambda value, info: isinstance(value, nodes.ComparisonCard))

    mission_heading: str = strawberry.field(
        description="The heading of the mission, as printed: « Sa mission »."
    )
    status: str = strawberry.field(description=STATUS)
    periods: list[CardPeriod] = strawberry.field(description="The periods, in order.")
    growth: Fact = strawberry.field(description="The growth from the first period to the last.")


@union_member("comparison_cards", "Services compared from one year to the next.")
class ComparisonCardsBlock(Block):
    cards: list[ComparisonCard] = strawberry.field(
        name="comparisonCards", description="The cards, in order."
    )


@strawberry.type(description="A service in one line.")
class ServiceLine(PrintedService):
    owners: str = strawberry.field(
        description="The organisations that own the service, as printed: « Culture / DINUM »."
    )


@union_member("service_lines", "A list of services, one a line.")
class ServiceLinesBlock(Block):
    services: list[ServiceLine] = strawberry.field(
        name="serviceLines", description="The services, in order."
    )


@strawberry.type(description="An incubator and the administration that runs it.")
class ListedIncubator(Item):
    name: str = strawberry.field(description=NAME)
    owner: str = strawberry.field(description="The administration, as printed in parentheses.")
    incubator: Incubator | None = reference_field(
        "incubator",
        describe_record("The living record of the incubator"),
    )


@strawberry.type(description="Incubators under one lead, or without a lead.")
class IncubatorGroup(Item):
    lead: str = strawberry.field(
        description="The words that introduce the group: « dont 3 incubateurs créés en 2024 »."
    )
    incubators: list[ListedIncubator] = strawberry.field(description="The incubators, in order.")


@union_member("incubator_list", "Partner incubators and their administrations.")
class IncubatorListBlock(Block):
    groups: list[IncubatorGroup] = strawberry.field(
        name="incubatorGroups", description="The groups, in order."
    )
