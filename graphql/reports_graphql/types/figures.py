"""Types of figures, and of facts, which are figures with the words around them."""

from decimal import Decimal
from typing import Any

import strawberry

from reports.core import figures
from reports_graphql.descriptions import JOINED, describe_address
from reports_graphql.enums import Qualifier, State, Unit
from reports_graphql.fields import address_field
from reports_graphql.types.item import Item


@strawberry.type(
    description="A figure, as it is printed and as it is understood. Zero is a value: `state` says "
    "what is missing."
)
class Figure:
    """The fields of a figure; the values are instances of `reports.core.figures.Figure`."""

    raw: str = strawberry.field(description="The figure as typed: « Plus de 18 000 ».")
    read_as: str | None = strawberry.field(
        description="What the figure is read as, where its text alone would mislead; null "
        "otherwise."
    )
    value: Decimal | None = strawberry.field(
        description="The number: 18000, or 17.4 for « 17,4 % »; null if there is none."
    )
    value_to: Decimal | None = strawberry.field(
        description="The second number of a range, a passage or a ratio: 5 for « 4,2/5 »; null "
        "elsewhere."
    )
    step: Decimal | None = strawberry.field(
        description="The magnitude of the last printed digit: 10000 for « 2,48 millions »; null "
        "without a number."
    )
    unit: Unit | None = strawberry.field(
        description="The unit; null without a number, or if the words that follow name it."
    )
    currency: str | None = strawberry.field(
        description="The ISO 4217 code of the currency: EUR for « 2,5 M€ »; null if the figure is "
        "no money."
    )
    qualifier: Qualifier = strawberry.field(
        description="What is stated about the number: exactly, more than, about, a change."
    )
    state: State = strawberry.field(description="Whether there is a value, and why not otherwise.")
    text: str = strawberry.field(
        description="The figure as typed, in the typography of its language, ready to be displayed."
    )


def figure_field(description: str) -> Any:
    """Return a field whose value is a `reports.core.figures.Figure`."""
    return strawberry.field(graphql_type=Figure, description=description)


@strawberry.type(description=f"A figure with the words around it. {JOINED}")
class Fact(Item):
    """A figure with the words around it, displayed in the order `before`, `figure`, `after`."""

    before: str = strawberry.field(description="The words before the figure.")
    figure: figures.Figure = figure_field("The figure; `EMPTY` if there is none.")
    after: str = strawberry.field(description="The words after the figure: what it counts.")
    url: str = address_field(describe_address("The link of these words,"))
