from collections.abc import Iterator
from typing import Any

import strawberry
from wagtail.blocks.list_block import ListValue


@strawberry.type
class Item:
    """What stands in a list or a body and has an id of its own."""

    id: strawberry.ID = strawberry.field(
        description="Identifiant stable, unique parmi ceux de son type : avec `__typename`, clé de "
        "cache et de rendu."
    )


def items(value: ListValue) -> Iterator[tuple[strawberry.ID, Any]]:
    """The ids and values of a list in a block."""
    return ((strawberry.ID(child.id), child.value) for child in value.bound_blocks)
