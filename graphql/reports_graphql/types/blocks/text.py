"""GraphQL types of the blocks of text."""

import strawberry
from strawberry import Parent

from reports.core.document.facts import ListedFact
from reports.core.document.text_blocks import Heading
from reports_graphql.context import Info
from reports_graphql.descriptions import JOINED
from reports_graphql.types.blocks.block import Block, get_place, union_member
from reports_graphql.types.item import Item
from reports_graphql.types.node_types import item_type


def heading_level(heading: Parent[Heading]) -> int:
    return int(heading.level)


def heading_number(heading: Parent[Heading], info: Info) -> str:
    section = get_place(info).get_section(heading)
    return section.number if section else ""


def heading_old_anchors(heading: Parent[Heading]) -> list[str]:
    return [anchor for anchor in heading.old_anchors if anchor]


@union_member("heading", "The heading of a part, a section or a subsection.")
class HeadingBlock(Block):
    text: str = strawberry.field(
        name="title", description="The words of the heading, without its number."
    )
    level: int = strawberry.field(
        resolver=heading_level,
        description="Place in the outline, from 2 to 6: its level in HTML, where 1 is the title of "
        "the page.",
    )
    number: str = strawberry.field(
        resolver=heading_number,
        description="The number in the outline, as counted: « 3.2 »; empty if it has none.",
    )
    old_anchors: list[str] = strawberry.field(
        resolver=heading_old_anchors,
        description="Former addresses, which must go on leading to the heading.",
    )


@item_type(
    ListedFact, f"A line of a list, with the figure that it states. `lead` is read first. {JOINED}"
)
class FactLine(Item):
    """A line of a list with a figure; its fields are described in its node."""
