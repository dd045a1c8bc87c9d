from dataclasses import dataclass

import strawberry
from wagtail.blocks import StructValue

from reports.blocks.references import Reference
from reports_graphql.types.item import Item


def key(reference: Reference | None) -> int | None:
    """What a reference refers to. Never its `instance`: that has not passed the gate."""
    return None if reference is None else reference.key


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
        description="Identifiant du titre sous lequel se trouve le bloc ; pour un titre, de celui "
        "qui l’englobe. Nul hors de toute partie."
    )
