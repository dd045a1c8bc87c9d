"""Writes the expression with which generated code reads a field from its source object."""

import inspect
from collections.abc import Callable
from typing import Any

from graphql import GraphQLField
from strawberry.types.field import StrawberryField

from reports_graphql.types.model_type import ATTRIBUTE

AddName = Callable[[str, Any], str]


class NotCompiled(Exception):
    """Raised for a field that only graphql-core can resolve.

    Those are the fields of introspection, and fields with Strawberry extensions.
    """


def write_access(field: GraphQLField, arguments: list[str], add_name: AddName) -> str:
    """Return the expression that gives the value of a field of `source`.

    `arguments` are the expressions of the field's arguments. `add_name` registers an object and
    returns its name in the generated code. Raises NotCompiled.
    """
    definition = field.extensions.get("strawberry-definition")
    if not isinstance(definition, StrawberryField) or definition.extensions:
        raise NotCompiled
    attribute = definition.metadata.get(ATTRIBUTE)
    if attribute or definition.base_resolver is None:
        return f"source.{attribute or definition.python_name}"
    function: Any = definition.base_resolver.wrapped_func
    return write_call(add_name("resolve", function), *list_parameters(definition), *arguments)


def write_call(function: str, *arguments: str) -> str:
    return f"{function}({', '.join(arguments)})"


def list_parameters(field: StrawberryField) -> list[str]:
    """Return the parameters by which a resolver takes its source and `info`, as code."""
    resolver = field.base_resolver
    assert resolver
    if resolver.root_parameter or inspect.iscoroutinefunction(resolver.wrapped_func):
        raise NotCompiled
    parameters = []
    if resolver.self_parameter:
        parameters.append("source")
    if resolver.parent_parameter:
        parameters.append(f"{resolver.parent_parameter.name}=source")
    if resolver.info_parameter:
        parameters.append(f"{resolver.info_parameter.name}=info")
    return parameters
