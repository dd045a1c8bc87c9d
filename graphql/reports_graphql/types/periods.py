from typing import Self

import strawberry
from wagtail.blocks import StructValue

from reports.blocks.services import PeriodBlock
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item, items

HEADING = PeriodBlock().child_blocks["heading"].field.help_text


@strawberry.type(description="Ce qu’un service a accompli pendant une période.")
class CardPeriod(Item):
    heading: str = strawberry.field(description=HEADING)
    facts: list[Fact] = strawberry.field(description="Les faits de la période.")

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(id=id, heading=value["heading"] or "", facts=Fact.list_of(value["facts"]))

    @classmethod
    def list_of(cls, card: str, value: StructValue) -> list[Self]:
        """The periods of a card; an impact card has one, under its own heading."""
        if "periods" in value:
            return [cls.of(*item) for item in items(value["periods"])]
        heading, facts = value["facts_heading"] or "", Fact.list_of(value["facts"])
        return [cls(id=strawberry.ID(f"{card}-facts"), heading=heading, facts=facts)]
