"""Which types things have."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLSchema,
    get_nullable_type,
    is_interface_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
    is_scalar_type,
)

from tests.reports_graphql.schema_lint.rule import (
    arguments,
    enum_values,
    fields,
    own_types,
    rule,
)


@rule(
    "Lists are never null, and neither are their items.",
    "type Query { a: [Int!] b: [Int]! c: [Int!]! d(e: [Int] f: [Int!]): [[Int]!]! }",
    *("Query.a", "Query.b", "Query.d", "Query.d(e:)"),
)
def find_nullable_lists(schema: GraphQLSchema) -> Iterator[str]:
    for field in fields(schema):
        if is_list_type(field.node.type) or has_nullable_items(field.node.type):
            yield field.coordinate
    for argument in arguments(schema):
        if has_nullable_items(argument.node.type):
            yield argument.coordinate


def has_nullable_items(kind: object) -> bool:
    inner = get_nullable_type(kind)  # type: ignore[call-overload]
    if not is_list_type(inner):
        return False
    return not is_non_null_type(inner.of_type) or has_nullable_items(inner.of_type)


@rule(
    "A field `id` is an `ID!`.",
    "type Query { a: A b: B c: C } type A { id: ID! } type B { id: ID } type C { id: String! }",
    *("B.id", "C.id"),
)
def find_ids_of_other_types(schema: GraphQLSchema) -> Iterator[str]:
    for field in fields(schema):
        if field.name == "id" and str(field.node.type) != "ID!":
            yield field.coordinate


@rule(
    "A scalar says where it is specified.",
    'type Query { a: A b: B } scalar A scalar B @specifiedBy(url: "https://b.example/")',
    "A",
)
def find_unspecified_scalars(schema: GraphQLSchema) -> Iterator[str]:
    for kind in own_types(schema):
        if is_scalar_type(kind) and not kind.specified_by_url:
            yield kind.name


@rule(
    "No enum has a value `UNKNOWN`: what is not known is null.",
    "type Query { a: E } enum E { KNOWN UNKNOWN }",
    "E.UNKNOWN",
)
def find_unknown_values(schema: GraphQLSchema) -> Iterator[str]:
    for value in enum_values(schema):
        if value.name == "UNKNOWN":
            yield value.coordinate


@rule(
    "An interface has several types, and each type that has all its fields.",
    "interface I { a: Int! } type A implements I { a: Int! } type B implements I { a: Int! } "
    "type C { a: Int! b: Int } type D { a: Int } "
    "interface J { z: Int } type E implements J { z: Int } "
    "type Query { i: I b: B c: C d: D e: E }",
    *("I C", "J"),
)
def find_interfaces_that_are_implemented_in_part(schema: GraphQLSchema) -> Iterator[str]:
    for interface in own_types(schema):
        if not is_interface_type(interface):
            continue
        implementing = schema.get_implementations(interface).objects
        if len(implementing) < 2:
            yield interface.name
        wanted = typed_fields(interface)
        for kind in own_types(schema):
            is_other = is_object_type(kind) and kind not in implementing
            if is_other and wanted <= typed_fields(kind):
                yield f"{interface.name} {kind.name}"


def typed_fields(kind: Any) -> set[tuple[str, str]]:
    return {(name, str(field.type)) for name, field in kind.fields.items()}
