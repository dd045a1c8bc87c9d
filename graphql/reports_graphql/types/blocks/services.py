"""Services and incubators, as the report prints them, beside the living record."""

from typing import Self

import strawberry
from wagtail.blocks import StructValue

from reports import models
from reports.blocks import services
from reports_graphql.context import Info
from reports_graphql.descriptions import block_type, printed
from reports_graphql.fields import computed
from reports_graphql.types.blocks.block import Block, Placed, key
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item, items
from reports_graphql.types.periods import CardPeriod
from reports_graphql.types.snippets import Incubator, Service


@strawberry.type
class PrintedService(Item):
    """What every card or line about a service has: the printed name, the living record."""

    key: strawberry.Private[int | None]
    name: str = strawberry.field(description=services.NAME_HELP)
    url: str = strawberry.field(description=printed("Lien du nom"))
    mission: str = strawberry.field(description=services.MISSION_HELP)

    @computed(
        "Fiche vivante du service ; nulle si aucune n’est désignée, ou si elle n’est pas publique.",
        Service | None,
    )
    def service(self, info: Info) -> models.Service | None:
        return info.context.load.services_by_id_or_slug.get(self.key)


@block_type(services.ImpactCardBlock, "Un service, sa mission, son statut et son impact.")
class ImpactCard(PrintedService):
    mission_heading: str = strawberry.field(description="Intitulé imprimé : « Sa mission ».")
    status: str
    facts_heading: str = strawberry.field(description="Intitulé imprimé : « Son impact ».")
    facts: list[Fact] = strawberry.field(description="Ce que le service a accompli.")

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            key=key(value["service"]),
            name=value["name"] or "",
            url=value["url"] or "",
            mission_heading=value["mission_heading"] or "",
            mission=value["mission"] or "",
            status=value["status"] or "",
            facts_heading=value["facts_heading"] or "",
            facts=Fact.list_of(value["facts"]),
        )


@block_type(services.ImpactCardsBlock)
class ImpactCardsBlock(Block):
    impact_cards: list[ImpactCard] = strawberry.field(description="Les cartes, dans l’ordre.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        cards = [ImpactCard.of(*item) for item in items(placed.value["cards"])]
        return cls(id=placed.id, section=placed.section, impact_cards=cards)


@block_type(services.ComparisonCardBlock, "Un service d’une période à l’autre, et son évolution.")
class ComparisonCard(PrintedService):
    mission_heading: str = strawberry.field(description="Intitulé imprimé : « Sa mission ».")
    status: str
    periods: list[CardPeriod] = strawberry.field(description="Les périodes, dans l’ordre.")
    growth: Fact

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            key=key(value["service"]),
            name=value["name"] or "",
            url=value["url"] or "",
            mission_heading=value["mission_heading"] or "",
            mission=value["mission"] or "",
            status=value["status"] or "",
            periods=[CardPeriod.of(*item) for item in items(value["periods"])],
            growth=Fact.of(f"{id}-growth", value["growth"]),
        )


@block_type(services.ComparisonCardsBlock)
class ComparisonCardsBlock(Block):
    comparison_cards: list[ComparisonCard] = strawberry.field(
        description="Les cartes, dans l’ordre."
    )

    @classmethod
    def of(cls, placed: Placed) -> Self:
        cards = [ComparisonCard.of(*item) for item in items(placed.value["cards"])]
        return cls(id=placed.id, section=placed.section, comparison_cards=cards)


@block_type(services.ServiceLineBlock, "Un service en une ligne.")
class ServiceLine(PrintedService):
    owners: str

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            key=key(value["service"]),
            name=value["name"] or "",
            url=value["url"] or "",
            mission=value["mission"] or "",
            owners=value["owners"] or "",
        )


@block_type(services.ServiceLinesBlock)
class ServiceLinesBlock(Block):
    service_lines: list[ServiceLine] = strawberry.field(description="Les services, dans l’ordre.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        lines = [ServiceLine.of(*item) for item in items(placed.value["services"])]
        return cls(id=placed.id, section=placed.section, service_lines=lines)


@block_type(services.ListedIncubatorBlock, "Un incubateur et l’administration qui le porte.")
class ListedIncubator(Item):
    key: strawberry.Private[int | None]
    name: str
    owner: str

    @computed(
        "Fiche vivante de l’incubateur ; nulle si aucune n’est désignée, ou si elle n’est pas "
        "publique.",
        Incubator | None,
    )
    def incubator(self, info: Info) -> models.Incubator | None:
        return info.context.load.incubators_by_id.get(self.key)

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            key=key(value["incubator"]),
            name=value["name"] or "",
            owner=value["owner"] or "",
        )


@block_type(services.IncubatorGroupBlock, "Des incubateurs sous une même amorce, ou sans amorce.")
class IncubatorGroup(Item):
    lead: str
    incubators: list[ListedIncubator] = strawberry.field(
        description="Les incubateurs, dans l’ordre."
    )

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        listed = [ListedIncubator.of(*item) for item in items(value["incubators"])]
        return cls(id=id, lead=value["lead"] or "", incubators=listed)


@block_type(services.IncubatorListBlock)
class IncubatorListBlock(Block):
    incubator_groups: list[IncubatorGroup] = strawberry.field(
        description="Les groupes, dans l’ordre."
    )

    @classmethod
    def of(cls, placed: Placed) -> Self:
        groups = [IncubatorGroup.of(*item) for item in items(placed.value["groups"])]
        return cls(id=placed.id, section=placed.section, incubator_groups=groups)
