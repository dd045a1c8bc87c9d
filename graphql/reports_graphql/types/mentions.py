"""Where public reports name records, and what they print about them there."""

from typing import Annotated, Any

import strawberry
from strawberry import Parent

from reports_graphql.enums import MentionKind
from reports_graphql.field_cost import costs
from reports_graphql.types.awards import Award
from reports_graphql.types.blocks.services import ComparisonCard, ImpactCard
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.placed_mentions import PlacedMention
from reports_graphql.types.places import ANCHOR, PATH
from reports_graphql.types.report_in_context import ReportInContext, report_field

ServiceCard = Annotated[
    ImpactCard | ComparisonCard,
    strawberry.union("ServiceCard", description="A card about a service."),
]


def mention_figures(placed: Parent[PlacedMention]) -> Any:
    return placed.printed.facts if placed.printed else ()


def mention_card(placed: Parent[PlacedMention]) -> Any:
    return placed.printed and placed.printed.card


@strawberry.type
class Placed(Item):
    """What a public report prints in one of its blocks."""

    report: ReportInContext = report_field("The report that prints it.")
    block: strawberry.ID = strawberry.field(description="The block of the report that holds it.")
    anchor: str = strawberry.field(description=ANCHOR.format("it"))
    path: str = strawberry.field(description=PATH.format("it"))


@strawberry.type(
    description="A place where a public report names a service: a card, a line or the row of a "
    "table whose reference to the service is confirmed."
)
class Mention(Placed):
    kind: MentionKind = strawberry.field(description="What names the service.")
    name: str = strawberry.field(description="The name of the service, as printed.")
    figures: list[Fact] = strawberry.field(
        resolver=mention_figures,
        description="The figures that are printed about the service, with the words around them: "
        "the facts of a card; the cells of a row, each after the heading of its column. Empty for "
        "a line.",
        metadata=costs("mentioned bodies", items=3),
    )
    card: ServiceCard | None = strawberry.field(
        resolver=mention_card,
        description="The card; null for what is none.",
        metadata=costs("mentioned bodies"),
    )


@strawberry.type(description="An award of a funding round, where a public report prints it.")
class RoundAward(Placed):
    award: Award = strawberry.field(description="The row of the funding table.")
