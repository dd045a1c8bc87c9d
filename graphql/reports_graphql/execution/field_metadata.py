"""Reads the metadata that was declared with a Strawberry field."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLField


def read_metadata(field: GraphQLField) -> Mapping[str, Any]:
    """Return the metadata declared with a field; empty for fields of introspection."""
    definition = field.extensions.get("strawberry-definition")
    return definition.metadata if definition else {}
