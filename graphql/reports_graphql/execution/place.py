"""Where a value stands in an answer: a chain that costs nothing until somebody asks for it."""

from typing import Any, TypeAlias

from graphql.pyutils import Path

# The place above, the name or the index below it, the name of the type that has it.
Place: TypeAlias = tuple[Any, str | int, str | None]


def build_path(place: Place) -> Path:
    """The place as graphql-core writes it."""
    above, key, type_name = place
    return Path(above and build_path(above), key, type_name)
