"""The interface `Block` and the fields that all blocks share.

The value of each block type is a node of the document: fields read its parts by name.
"""

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

import strawberry
from strawberry import ID, Parent

from reports.content.folding.bodies import ReportBody
from reports.core.document import block as nodes
from reports.core.document.text_blocks import Heading
from reports_graphql.context import BodyPlace, Info
from reports_graphql.printed_texts import name_type
from reports_graphql.types.item import Item
from reports_graphql.types.node_types import derive_class, make_type

T = TypeVar("T", bound=type[Any])

REPORT_BLOCKS = ReportBody().child_blocks
MEMBERS: dict[str, type[Any]] = {}
"""The member of `ReportBlock` for each type of block."""


def get_place(info: Info) -> BodyPlace:
    """Return the page and sections of the block that is being resolved."""
    place = info.context.body
    assert place, "a block stands in a body"
    return place


def block_section(block: Parent[nodes.Block], info: Info) -> ID | None:
    section = get_place(info).get_section(block)
    if section and section.heading is block:
        section = section.parent
    return ID(section.heading.id) if section else None


def block_anchor(block: Parent[nodes.Block]) -> str:
    return (isinstance(block, Heading) and block.anchor) or block.id


def block_path(block: Parent[nodes.Block], info: Info) -> str:
    return f"{get_place(info).path}#{block_anchor(block)}"


def block_csv(block: Parent[nodes.Block], info: Info) -> str | None:
    place = get_place(info)
    return None if place.is_draft else f"{place.path}donnees/{block.id}.csv"


def csv_field() -> Any:
    """Return a field that gives the address of the figures of a block as CSV."""
    return strawberry.field(
        resolver=block_csv,
        description="The figures as a CSV file: « /bilan/2024/donnees/….csv », a path on this "
        "server; null in the preview of a draft.",
    )


@strawberry.interface(description="A block of a report or of a plain page.")
class Block(Item):
    section: ID | None = strawberry.field(
        resolver=block_section,
        description="The identifier of the heading above the block, and for a heading, of the one "
        "that contains it; null outside any part.",
    )
    anchor: str = strawberry.field(
        resolver=block_anchor,
        description="What its element in a page has as `id`, without « # »: of a heading the "
        "anchor that editors see, of every other block its `id`.",
    )
    path: str = strawberry.field(
        resolver=block_path,
        description="The public path of the block: « /bilan/2024/#impact »; in an older version, a "
        "path of that version.",
    )


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def union_member(name: str, description: str = "") -> Callable[[T], T]:
    """Make a class the member of `ReportBlock` for a type of block.

    A block whose parts are all described in its node needs no class (see `find_member`).
    """

    def register(cls: T) -> T:
        MEMBERS[name] = make_type(cls, nodes.BLOCKS[name], description)
        return cls

    return register


def find_member(name: str) -> Any:
    """Return the type of a block; it is built from the node if no class was written for it."""
    if name not in MEMBERS:
        node = nodes.BLOCKS[name]
        MEMBERS[name] = make_type(derive_class(name_type(name), Block, node), node)
    return MEMBERS[name]
