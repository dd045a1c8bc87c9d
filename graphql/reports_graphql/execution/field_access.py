"""How generated code gets the value of a field from its source."""

import inspect
from collections.abc import Callable
from typing import Any

from django.db.models.query_utils import DeferredAttribute
from graphql import GraphQLField, GraphQLObjectType
from strawberry.types.field import StrawberryField
from strawberry_django.fields.field import StrawberryDjangoField

AddName = Callable[[str, Any], str]


class NotCompiled(Exception):
    """A field that only graphql-core can resolve: of the schema itself, or with extensions."""


def write_access(
    parent: GraphQLObjectType, field: GraphQLField, arguments: list[str], add_name: AddName
) -> str:
    """Return the expression that gives the value of a field of `source`.

    `arguments` are the expressions for those of the field. `add_name` returns the name by which
    code finds an object. Raises NotCompiled.
    """
    definition = field.extensions.get("strawberry-definition")
    if not isinstance(definition, StrawberryField):
        if field.resolve is None or parent.name.startswith("__"):
            raise NotCompiled
        return write_call(add_name("resolve", field.resolve), "source", "info", *arguments)
    if not is_bare(definition):
        raise NotCompiled
    if definition.base_resolver is None:
        return f"source.{find_attribute(definition)}"
    function: Any = definition.base_resolver.wrapped_func
    return write_call(add_name("resolve", function), *list_parameters(definition), *arguments)


def write_call(function: str, *arguments: str) -> str:
    return f"{function}({', '.join(arguments)})"


def is_bare(field: StrawberryField) -> bool:
    """Say whether nothing comes between a field and its resolver, or its attribute.

    strawberry-django has extensions for its own querysets: none of our resolvers returns one.
    """
    return not field.extensions or isinstance(field, StrawberryDjangoField)


def find_attribute(field: StrawberryField) -> str:
    """Return the attribute that a field without a resolver reads."""
    if not isinstance(field, StrawberryDjangoField):
        return field.python_name
    name = field.django_name or field.python_name
    origin = field.origin_django_type
    found = getattr(origin and origin.model, name, None)
    if type(found) not in (DeferredAttribute, property):  # a relation: Django would follow it
        raise NotCompiled
    return name


def list_parameters(field: StrawberryField) -> list[str]:
    """Return how a resolver takes its source and `info`; its arguments come by name."""
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
