"""The type of an entry in the outline of a report."""

from typing import Self

import strawberry

from reports.core.document.outline import Section
from reports_graphql.types.item import Item


@strawberry.type(description="A heading of the report in its outline.")
class OutlineEntry(Item):
    level: int = strawberry.field(
        description="Place in the outline, from 2 to 6: its level in HTML, where 1 is the title of "
        "the page."
    )
    number: str = strawberry.field(
        description="The number in the outline, as counted: « 3.2 »; empty if it has none."
    )
    title: str = strawberry.field(description="The words of the heading, without its number.")
    anchor: str = strawberry.field(
        description="What the heading has as `id` in a page, without « # »."
    )

    @classmethod
    def from_section(cls, section: Section) -> Self:
        heading = section.heading
        return cls(
            id=strawberry.ID(heading.id),
            level=int(heading.level),
            number=section.number,
            title=heading.text,
            anchor=heading.anchor or heading.id,
        )
