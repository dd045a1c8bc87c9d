"""Types of mentions: places in public reports that name a record, with what is printed there."""

from typing import Annotated, Any

import strawberry
from strawberry import Parent

from reports.core.document.printed_reference import confirmed_reference
from reports_graphql.context import Info
from reports_graphql.enums import MentionKind
from reports_graphql.field_cost import costs
from reports_graphql.types.awards import Award
from reports_graphql.types.blocks.services import ComparisonCard, ImpactCard
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.placed_mentions import PlacedMention
from reports_graphql.types.places import ANCHOR, PATH
from reports_graphql.types.report_in_context import ReportInContext, report_field
from reports_graphql.types.snippets import FundingRound

ServiceCard = Annotated[
    ImpactCard | ComparisonCard,
    strawberry.union("ServiceCard", description="A card about a service."),
]


def mention_figures(placed: Parent[PlacedMention]) -> Any:
    return placed.printed.facts if placed.printed else ()


def mention_card(placed: Parent[PlacedMention]) -> Any:
    return placed.printed and placed.printed.card


def mention_caption(placed: Parent[PlacedMention]) -> str:
    printed = placed.printed
    return str(getattr(printed.visit.block, "caption", "")) if printed and printed.visit.row else ""


def mention_round(placed: Parent[PlacedMention], info: Info) -> Any:
    if placed.kind is not MentionKind.AWARD or placed.printed is None:
        return None
    rounds = placed.report.context.load.funding_rounds_by_id_or_slug
    return rounds.get(confirmed_reference(placed.printed.visit.block) or None)


@strawberry.type
class Placed(Item):
    """The base type of places in a block of a public report that print something about a record."""

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
    caption: str = strawberry.field(
        resolver=mention_caption,
        description="What the table shows that holds the row; empty for what is no row.",
        metadata=costs("mentioned bodies"),
    )
    funding_round: FundingRound | None = strawberry.field(
        resolver=mention_round,
        description="The round in which the row of a funding table was awarded; null if the table "
        "names none, or one that is not public, and for what is no award.",
        metadata=costs("mentioned bodies", "rounds of mentions"),
    )


def table_caption(placed: Parent[PlacedMention]) -> str:
    return str(getattr(placed.printed.visit.block, "caption", "")) if placed.printed else ""


def table_awards(placed: Parent[PlacedMention]) -> Any:
    return [
        row for table in (placed.printed.tables if placed.printed else ()) for row in table.awards
    ]


@strawberry.type(description="A funding table of a public report, where it names a funding round.")
class FundingTable(Placed):
    caption: str = strawberry.field(
        resolver=table_caption,
        description="What the table shows, as printed.",
        metadata=costs("awarded bodies"),
    )
    awards: list[Award] = strawberry.field(
        resolver=table_awards,
        description="The rows of the funding table.",
        metadata=costs("awarded bodies", items=8),
    )


@strawberry.type(description="An award of a funding round, where a public report prints it.")
class RoundAward(Placed):
    award: Award = strawberry.field(description="The row of the funding table.")
