"""The base of types that have an id of their own."""

import strawberry


@strawberry.type
class Item:
    """A part of a list or a body that has an id of its own."""

    id: strawberry.ID = strawberry.field(
        description="A stable identifier, unique among those of its type: with `__typename`, the "
        "key for caches and for rendering."
    )
