from collections.abc import Mapping
from typing import Any

from graphql import GraphQLField


def read_metadata(field: GraphQLField) -> Mapping[str, Any]:
    """Return what is declared beside a field; nothing for those of the schema itself."""
    definition = field.extensions.get("strawberry-definition")
    return definition.metadata if definition else {}
