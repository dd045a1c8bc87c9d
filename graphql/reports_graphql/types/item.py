"""The base type of list items and blocks, which have an id of their own."""

import strawberry


@strawberry.type
class Item:
    """The base type of items of a list and blocks of a body, which have an id of their own."""

    id: strawberry.ID = strawberry.field(
        description="A stable identifier, unique among those of its type: with `__typename`, the "
        "key for caches and for rendering."
    )
