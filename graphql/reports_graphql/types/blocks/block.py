"""The types of blocks. A node of a document is the value of each: fields read its parts by name."""

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

import strawberry
from strawberry import ID, Parent

from reports.document import block as nodes
from reports.folding.bodies import ReportBody
from reports_graphql.context import Info
from reports_graphql.types.item import Item

T = TypeVar("T", bound=type[Any])

REPORT_BLOCKS = ReportBody().child_blocks
MEMBERS: dict[str, type[Any]] = {}
"""The member of `ReportBlock` for each type of block."""


def block_section(block: Parent[nodes.Block], info: Info) -> ID | None:
    section = info.context.load.bodies.get_section(block)
    if section and section.heading is block:
        section = section.parent
    return ID(section.heading.id) if section else None


@strawberry.type
class Block(Item):
    """What every member of `ReportBlock` has."""

    section: ID | None = strawberry.field(
        resolver=block_section,
        description="The identifier of the heading above the block, and for a heading, of the one "
        "that contains it; null outside any part.",
    )


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def union_member(name: str, description: str) -> Callable[[T], T]:
    """Make a class the member of `ReportBlock` for a type of block."""
    node = nodes.BLOCKS[name]

    def register(cls: T) -> T:
        cls.is_type_of = staticmethod(lambda value, info: isinstance(value, node))
        MEMBERS[name] = strawberry.type(cls, description=description)
        return cls

    return register
