from typing import Self

import strawberry

from reports_graphql.context import Context
from reports_graphql.loaders.reports import Card
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item
from reports_graphql.types.summaries import ReportSummary


@strawberry.type(description="Ce qu’un bilan a imprimé d’un service : une carte.")
class Appearance(Item):
    report: ReportSummary = strawberry.field(description="Le bilan qui porte la carte.")
    block: strawberry.ID = strawberry.field(description="Le bloc du bilan où se trouve la carte.")
    name: str = strawberry.field(description="Nom du service, tel qu’imprimé.")
    mission: str = strawberry.field(description="Mission, telle qu’imprimée.")
    status: str = strawberry.field(description="Phase et incubateur, tels qu’imprimés.")
    facts: list[Fact] = strawberry.field(
        description="Faits de la carte ; ceux d’une carte d’une année à l’autre se suivent, "
        "période par période."
    )
    growth: Fact | None = strawberry.field(
        description="Évolution, sur une carte d’une année à l’autre."
    )

    @classmethod
    def of(cls, card: Card, context: Context) -> Self:
        value = card.value
        lists = [value["facts"]] if "facts" in value else [p["facts"] for p in value["periods"]]
        return cls(
            id=strawberry.ID(card.id),
            report=ReportSummary.of(card.report, context),
            block=strawberry.ID(card.block),
            name=value["name"] or "",
            mission=value["mission"] or "",
            status=value.get("status") or "",
            facts=[fact for facts in lists for fact in Fact.list_of(facts)],
            growth=Fact.of(f"{card.id}-growth", value["growth"]) if "growth" in value else None,
        )
