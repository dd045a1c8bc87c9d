from typing import Any

import strawberry
from strawberry import Parent

from reports_graphql.context import Info
from reports_graphql.loaders.reports import PlacedCard
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.periods import CardPeriod
from reports_graphql.types.places import ANCHOR, PATH
from reports_graphql.types.report_in_context import ReportInContext, report_field


def appearance_report(placed: Parent[PlacedCard], info: Info) -> Any:
    return ReportInContext.of_today(placed.report, info.context)


def appearance_path(placed: Parent[PlacedCard], info: Info) -> str:
    return ReportInContext.of_today(placed.report, info.context).path_to(placed.anchor)


def card_part(name: str, description: str) -> Any:
    """Return a field that gives a part of the card; null where a card has no such part."""

    def resolve(placed: Parent[PlacedCard]) -> Any:
        return getattr(placed.card, name, None)

    return strawberry.field(resolver=resolve, description=description)


@strawberry.type(description="What a report printed of a service: a card.")
class Appearance(Item):
    report: Any = report_field("The report that prints the card.", resolver=appearance_report)
    block: strawberry.ID = strawberry.field(
        description="The block of the report that contains the card."
    )
    anchor: str = strawberry.field(description=ANCHOR.format("the card"))
    path: str = strawberry.field(resolver=appearance_path, description=PATH.format("the card"))
    name: str = card_part("name", "The name of the service, as printed.")
    mission: str = card_part("mission", "The mission, as printed.")
    status: str = card_part("status", "The phase and the incubator, as printed.")
    periods: list[CardPeriod] = card_part(
        "periods",
        "The facts of the card by period; an impact card has one period.",
    )
    growth: Fact | None = card_part(
        "growth",
        "The growth, on a card that compares years; null on an impact card.",
    )
