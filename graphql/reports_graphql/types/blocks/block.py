from dataclasses import dataclass

import strawberry
from wagtail.blocks import StructValue

from reports_graphql.types.item import Item


@dataclass(frozen=True)
class Placed:
    """A block where it stands: under which heading, and with which number if it is one."""

    id: strawberry.ID
    kind: str
    value: StructValue
    section: strawberry.ID | None
    number: str = ""


@strawberry.type
class Block(Item):
    """What every member of `ReportBlock` has."""

    section: strawberry.ID | None = strawberry.field(
        description="Identifiant du titre sous lequel se trouve le bloc, ou du titre qui englobe un "
        "titre ; nul hors de toute partie."
    )
