"""What a rule of the lint is, and how rules walk a schema."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_introspection_type,
    is_object_type,
    is_specified_scalar_type,
)

Check = Callable[[GraphQLSchema], Iterator[str]]


@dataclass(frozen=True)
class Rule:
    sentence: str
    """The rule as `graphql/README.md` states it."""
    check: Check
    bad: str
    """A schema that breaks the rule."""
    found: list[str]
    """The coordinates that the rule finds in it."""


RULES: list[Rule] = []


def rule(sentence: str, bad: str, *found: str) -> Callable[[Check], Check]:
    """Make a function a rule, with a schema that breaks it and what must be found there."""

    def register(check: Check) -> Check:
        RULES.append(Rule(sentence, check, bad, list(found)))
        return check

    return register


@dataclass(frozen=True)
class Part:
    """A type, field, argument or enum value, with the coordinate that names it."""

    coordinate: str
    name: str
    node: Any


def own_types(schema: GraphQLSchema) -> Iterator[GraphQLNamedType]:
    """Yield the types that the schema defines itself."""
    for kind in schema.type_map.values():
        if not is_introspection_type(kind) and not is_specified_scalar_type(kind):
            yield kind


def output_fields(schema: GraphQLSchema) -> Iterator[tuple[GraphQLNamedType, str, GraphQLField]]:
    """Yield the fields of objects and interfaces, each with its type and its name."""
    for kind in own_types(schema):
        if is_object_type(kind) or is_interface_type(kind):
            for name, field in kind.fields.items():
                yield kind, name, field


def fields(schema: GraphQLSchema) -> Iterator[Part]:
    for kind, name, field in output_fields(schema):
        yield Part(f"{kind.name}.{name}", name, field)


def arguments(schema: GraphQLSchema) -> Iterator[Part]:
    """Yield the arguments of fields, and the fields of input objects."""
    for field in fields(schema):
        for name, argument in field.node.args.items():
            yield Part(f"{field.coordinate}({name}:)", name, argument)
    for kind in own_types(schema):
        if is_input_object_type(kind):
            for name, argument in kind.fields.items():
                yield Part(f"{kind.name}.{name}", name, argument)


def enum_values(schema: GraphQLSchema) -> Iterator[Part]:
    for kind in own_types(schema):
        if is_enum_type(kind):
            for name, value in kind.values.items():
                yield Part(f"{kind.name}.{name}", name, value)


def all_parts(schema: GraphQLSchema) -> Iterator[Part]:
    """Yield all that can be described."""
    for kind in own_types(schema):
        yield Part(kind.name, kind.name, kind)
    yield from fields(schema)
    yield from arguments(schema)
    yield from enum_values(schema)
