import strawberry

from reports.blocks.services import PeriodBlock
from reports_graphql.types.figures import Fact
from reports_graphql.types.item import Item

HEADING = PeriodBlock().child_blocks["heading"].field.help_text


@strawberry.type(description="Ce qu’un service a accompli pendant une période.")
class CardPeriod(Item):
    heading: str = strawberry.field(description=HEADING)
    facts: list[Fact] = strawberry.field(description="Les faits de la période.")
