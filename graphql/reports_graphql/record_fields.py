"""The fields of the root that give one record by its key."""

from typing import Annotated, Any

import strawberry

from reports_graphql.context import Context, Info


def record_by_slug(kind: str, what: str) -> Any:
    """Return a field that gives the public record of a kind that has a slug."""

    def resolve(
        info: Info,
        slug: Annotated[str, strawberry.argument(description=f"The key of {what}, dots included.")],
    ) -> Any:
        return info.context.load.by_kind[kind].get(slug)

    def announce(context: Context, slug: str) -> None:
        context.load.by_kind[kind].announce([slug])

    return strawberry.field(
        resolver=resolve, description=describe(what), metadata={"announce": announce}
    )


def record_by_code(kind: str, what: str) -> Any:
    """Return a field that gives the public record of a kind that has a code."""

    def resolve(
        info: Info,
        code: Annotated[str, strawberry.argument(description=f"The code of {what}.")],
    ) -> Any:
        return info.context.load.by_kind[kind].get(code)

    def announce(context: Context, code: str) -> None:
        context.load.by_kind[kind].announce([code])

    return strawberry.field(
        resolver=resolve, description=describe(what), metadata={"announce": announce}
    )


def describe(what: str) -> str:
    return f"{what[0].upper()}{what[1:]} by its key; null if no public one has it."
