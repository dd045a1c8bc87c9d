from typing import Self

import strawberry

from reports_graphql.context import Context
from reports_graphql.loaders.reports import Card
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.periods import CardPeriod
from reports_graphql.types.summaries import ANCHOR, PATH, ReportSummary


@strawberry.type(description="Ce qu’un bilan a imprimé d’un service : une carte.")
class Appearance(Item):
    report: ReportSummary = strawberry.field(description="Le bilan qui porte la carte.")
    block: strawberry.ID = strawberry.field(description="Le bloc du bilan où se trouve la carte.")
    anchor: str = strawberry.field(description=ANCHOR.format("la carte"))
    path: str = strawberry.field(description=PATH.format("la carte"))
    name: str = strawberry.field(description="Nom du service, tel qu’imprimé.")
    mission: str = strawberry.field(description="Mission, telle qu’imprimée.")
    status: str = strawberry.field(description="Phase et incubateur, tels qu’imprimés.")
    periods: list[CardPeriod] = strawberry.field(
        description="Faits de la carte, période par période ; une carte d’impact n’en a qu’une."
    )
    growth: Fact | None = strawberry.field(
        description="Évolution, sur une carte d’une année à l’autre ; nulle sur une carte d’impact."
    )

    @classmethod
    def of(cls, card: Card, context: Context) -> Self:
        value = card.value
        report = ReportSummary.of(card.report, context)
        return cls(
            id=strawberry.ID(card.id),
            report=report,
            block=strawberry.ID(card.block),
            anchor=card.anchor,
            path=report.path_to(card.anchor),
            name=value["name"] or "",
            mission=value["mission"] or "",
            status=value.get("status") or "",
            periods=CardPeriod.list_of(card.id, value),
            growth=Fact.of(f"{card.id}-growth", value["growth"]) if "growth" in value else None,
        )
