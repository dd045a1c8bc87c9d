"""How the value of a field is read from its source."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, cast

from django.db.models.query_utils import DeferredAttribute
from graphql import GraphQLField, GraphQLObjectType
from strawberry import Info
from strawberry.types.field import StrawberryField
from strawberry_django.fields.field import StrawberryDjangoField

Read = Callable[[Any], Any]


def build_reader(parent: GraphQLObjectType, name: str, field: GraphQLField) -> Read | None:
    """Return the function that reads a field which needs nothing but its source; None for all
    others.
    """
    if name == "__typename":
        return lambda source: parent.name
    known = find_bare_field(field)
    if known is None:
        return None
    if known.base_resolver:
        return wrapped_function(known) if count_parameters(known) == 1 else None
    if isinstance(known, StrawberryDjangoField):
        return column_reader(known)
    return attrgetter(known.python_name)


def find_resolver(field: GraphQLField) -> Callable[[Any, Info], Any] | None:
    """The function that resolves a field from its source and `info`; None for all others."""
    known = find_bare_field(field)
    if known is None or known.base_resolver is None or count_parameters(known) != 2:
        return None
    return wrapped_function(known)


def find_bare_field(field: GraphQLField) -> StrawberryField | None:
    """The field as Strawberry knows it, if it takes no arguments and nothing extends it."""
    known = field.extensions.get("strawberry-definition")
    if isinstance(known, StrawberryField) and not known.extensions and not known.arguments:
        return known
    return None


def count_parameters(field: StrawberryField) -> int:
    """Return how much a resolver takes: 1 for its source alone, 2 for its source and then
    `info`.
    """
    resolver = field.base_resolver
    assert resolver
    source = resolver.self_parameter or resolver.parent_parameter
    expected = [each for each in (source, resolver.info_parameter) if each]
    found = [*resolver.signature.parameters.values()]
    return len(found) if source and found == expected else 0


def wrapped_function(field: StrawberryField) -> Callable[..., Any]:
    """The resolver as it was written."""
    assert field.base_resolver
    return cast(Callable[..., Any], field.base_resolver.wrapped_func)


def column_reader(field: StrawberryDjangoField) -> Read | None:
    """A column or a property of a model: there is no relation to follow."""
    name = field.django_name or field.python_name
    origin = field.origin_django_type
    found = getattr(origin and origin.model, name, None)
    return attrgetter(name) if type(found) in (DeferredAttribute, property) else None
