"""The figures that sum up a report."""

import strawberry

from reports import figures
from reports_graphql.enums import IndicatorDirection
from reports_graphql.types.figures import Figure, figure_field
from reports_graphql.types.item import Item


@strawberry.type(description="A figure that sums up a report, beside that of the year before.")
class EssentialFigure(Item):
    label: str = strawberry.field(description="What the figure counts.")
    figure: figures.Figure = figure_field("The figure.")
    previous: figures.Figure | None = strawberry.field(
        graphql_type=Figure | None,
        description="The figure of the report before; null if it gave none.",
    )
    direction: IndicatorDirection | None = strawberry.field(
        description="Which way is better; null if neither is."
    )
    anchor: str = strawberry.field(
        description="Where the report speaks of it, without « # »; empty if nowhere."
    )
