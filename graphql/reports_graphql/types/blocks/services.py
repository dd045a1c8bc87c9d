"""Services and incubators, as the report prints them, beside the living record."""

import strawberry

from reports.blocks import services
from reports_graphql.descriptions import block_type, describe_address
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.blocks.block import Block, union_member
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.periods import CardPeriod
from reports_graphql.types.snippets import Incubator, Service


@strawberry.type
class PrintedService(Item):
    """What every card or line about a service has: the printed name, the living record."""

    name: str = strawberry.field(description=services.NAME_HELP)
    url: str = address_field(describe_address("Lien du nom"))
    mission: str = strawberry.field(description=services.MISSION_HELP)
    service: Service | None = reference_field(
        "service",
        "Fiche vivante du service ; nulle si aucune n’est désignée, ou si elle n’est pas publique.",
    )


@block_type(services.ImpactCardBlock, "Un service, sa mission, son statut et son impact.")
class ImpactCard(PrintedService):
    mission_heading: str = strawberry.field(description="Intitulé imprimé : « Sa mission ».")
    status: str
    facts_heading: str = strawberry.field(description="Intitulé imprimé : « Son impact ».")
    facts: list[Fact] = strawberry.field(description="Ce que le service a accompli.")


@union_member("impact_cards")
class ImpactCardsBlock(Block):
    cards: list[ImpactCard] = strawberry.field(
        name="impactCards", description="Les cartes, dans l’ordre."
    )


@block_type(services.ComparisonCardBlock, "Un service d’une période à l’autre, et son évolution.")
class ComparisonCard(PrintedService):
    mission_heading: str = strawberry.field(description="Intitulé imprimé : « Sa mission ».")
    status: str
    periods: list[CardPeriod] = strawberry.field(description="Les périodes, dans l’ordre.")
    growth: Fact


@union_member("comparison_cards")
class ComparisonCardsBlock(Block):
    cards: list[ComparisonCard] = strawberry.field(
        name="comparisonCards", description="Les cartes, dans l’ordre."
    )


@block_type(services.ServiceLineBlock, "Un service en une ligne.")
class ServiceLine(PrintedService):
    owners: str


@union_member("service_lines")
class ServiceLinesBlock(Block):
    services: list[ServiceLine] = strawberry.field(
        name="serviceLines", description="Les services, dans l’ordre."
    )


@block_type(services.ListedIncubatorBlock, "Un incubateur et l’administration qui le porte.")
class ListedIncubator(Item):
    name: str
    owner: str
    incubator: Incubator | None = reference_field(
        "incubator",
        "Fiche vivante de l’incubateur ; nulle si aucune n’est désignée, ou si elle n’est pas "
        "publique.",
    )


@block_type(services.IncubatorGroupBlock, "Des incubateurs sous une même amorce, ou sans amorce.")
class IncubatorGroup(Item):
    lead: str
    incubators: list[ListedIncubator] = strawberry.field(
        description="Les incubateurs, dans l’ordre."
    )


@union_member("incubator_list")
class IncubatorListBlock(Block):
    groups: list[IncubatorGroup] = strawberry.field(
        name="incubatorGroups", description="Les groupes, dans l’ordre."
    )
