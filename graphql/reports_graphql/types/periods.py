import strawberry

from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item


@strawberry.type(description="What a service achieved in a period.")
class CardPeriod(Item):
    heading: str = strawberry.field(
        description="The heading of the period, as printed: « En 2024 »."
    )
    facts: list[Fact] = strawberry.field(description="The facts of the period.")
