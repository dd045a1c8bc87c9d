"""The fields of the root that give one record by its key."""

from typing import Annotated, Any

import strawberry

from reports_graphql.context import Context, Info


def record_by_key(kind: str, what: str, argument: str = "slug") -> Any:
    """Return a field that gives the public record of a kind by its `argument`."""

    def resolve(
        info: Info,
        key: Annotated[
            str,
            strawberry.argument(name=argument, description=f"The key of {what}, dots included."),
        ],
    ) -> Any:
        return info.context.load.find_loader(kind).get(key)

    def announce(context: Context, key: str) -> None:
        context.load.find_loader(kind).announce_key(key)

    description = f"{what[0].upper()}{what[1:]} by its key; null if no public one has it."
    return strawberry.field(
        resolver=resolve, description=description, metadata={"announce": announce}
    )
