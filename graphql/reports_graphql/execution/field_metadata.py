from collections.abc import Mapping
from typing import Any

from graphql import GraphQLField


def read_metadata(field: GraphQLField) -> Mapping[str, Any]:
    """Return what is declared beside a field: its metadata, or its extensions where it is no field
    of Strawberry's.
    """
    definition = field.extensions.get("strawberry-definition")
    return {**field.extensions, **(getattr(definition, "metadata", None) or {})}
