"""Coerces the arguments of a field to the values that its resolver takes."""

from collections.abc import Mapping
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLSchema
from graphql.execution.values import get_argument_values
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField


class FieldArguments:
    """The arguments of one field in a document.

    They are coerced once if they contain no variable, else once for each set of variables.
    """

    def __init__(self, schema: GraphQLSchema, field: GraphQLField, node: FieldNode) -> None:
        self.field, self.node = field, node
        self.strawberry: Any = schema.extensions.get("strawberry-definition")
        self.constant = None if has_variable(node) else self.read({})
        self.last: tuple[Mapping[str, Any], Mapping[str, Any]] = {}, {}

    def values(self, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the values by the resolver's names for them.

        Operations are cached with their variables, so the same variables occur again.
        """
        if self.constant is not None:
            return self.constant
        known, values = self.last
        if known is not variables:
            values = self.read(variables)
            self.last = variables, values
        return values

    def read(self, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        values = get_argument_values(self.field, self.node, dict(variables))
        definition: StrawberryField = self.field.extensions["strawberry-definition"]
        registry = self.strawberry.schema_converter.scalar_registry
        return convert_arguments(values, definition.arguments, registry, self.strawberry.config)


def has_variable(node: Any) -> bool:
    """Say whether a variable occurs anywhere in the arguments of a field."""
    waiting = [argument.value for argument in node.arguments or ()]
    while waiting:
        value = waiting.pop()
        if value.kind == "variable":
            return True
        waiting.extend(getattr(value, "values", ()))
        waiting.extend(field.value for field in getattr(value, "fields", ()))
    return False
