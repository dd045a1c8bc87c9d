from typing import Any

import strawberry
from strawberry import Parent

from reports_graphql.context import Info
from reports_graphql.loaders.reports import PlacedCard
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.periods import CardPeriod
from reports_graphql.types.summaries import ANCHOR, PATH, ReportSummary


def appearance_report(placed: Parent[PlacedCard], info: Info) -> ReportSummary:
    return ReportSummary.from_page(placed.report, info.context)


def appearance_path(placed: Parent[PlacedCard], info: Info) -> str:
    return ReportSummary.from_page(placed.report, info.context).path_to(placed.anchor)


def card_part(name: str, description: str) -> Any:
    """Return a field that gives a part of the card; null where a card has no such part."""

    def resolve(placed: Parent[PlacedCard]) -> Any:
        return getattr(placed.card, name, None)

    return strawberry.field(resolver=resolve, description=description)


@strawberry.type(description="Ce qu’un bilan a imprimé d’un service : une carte.")
class Appearance(Item):
    report: ReportSummary = strawberry.field(
        resolver=appearance_report, description="Le bilan qui porte la carte."
    )
    block: strawberry.ID = strawberry.field(description="Le bloc du bilan où se trouve la carte.")
    anchor: str = strawberry.field(description=ANCHOR.format("la carte"))
    path: str = strawberry.field(resolver=appearance_path, description=PATH.format("la carte"))
    name: str = card_part("name", "Nom du service, tel qu’imprimé.")
    mission: str = card_part("mission", "Mission, telle qu’imprimée.")
    status: str = card_part("status", "Phase et incubateur, tels qu’imprimés.")
    periods: list[CardPeriod] = card_part(
        "periods",
        "Faits de la carte, période par période ; une carte d’impact n’en a qu’une.",
    )
    growth: Fact | None = card_part(
        "growth",
        "Évolution, sur une carte d’une année à l’autre ; nulle sur une carte d’impact.",
    )
