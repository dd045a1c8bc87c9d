import strawberry


@strawberry.type
class Item:
    """What stands in a list or a body and has an id of its own."""

    id: strawberry.ID = strawberry.field(
        description="Identifiant stable, unique parmi ceux de son type : avec `__typename`, clé de "
        "cache et de rendu."
    )
