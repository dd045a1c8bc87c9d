"""How things are named."""

import re
from collections.abc import Iterator

from graphql import GraphQLSchema, get_named_type

from tests.reports_graphql.schema_lint.rule import (
    arguments,
    enum_values,
    fields,
    output_fields,
    own_types,
    rule,
)

CAMEL_CASE = re.compile(r"[a-z][a-z0-9]*([A-Z][a-z0-9]*)*")
PASCAL_CASE = re.compile(r"([A-Z]+[a-z0-9]*)+")
SCREAMING_SNAKE_CASE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
VERB = re.compile(r"(get|fetch|find|list|load)[A-Z]")
ADJECTIVE = re.compile(r"(is|has|can|in|show)[A-Z].*|.*(ed|en|wn|able|ible)|holds")


@rule(
    "Fields and arguments are in camelCase.",
    "type Query { a_b: Int Cd: Int ef(g_h: I): Int } input I { j_k: Int }",
    *("Query.a_b", "Query.Cd", "Query.ef(g_h:)", "I.j_k"),
)
def find_fields_not_in_camel_case(schema: GraphQLSchema) -> Iterator[str]:
    for part in (*fields(schema), *arguments(schema)):
        if not CAMEL_CASE.fullmatch(part.name):
            yield part.coordinate


@rule("Types are in PascalCase.", "type Query { a: b c: D_e } enum b { X } scalar D_e", "b", "D_e")
def find_types_not_in_pascal_case(schema: GraphQLSchema) -> Iterator[str]:
    for kind in own_types(schema):
        if not PASCAL_CASE.fullmatch(kind.name):
            yield kind.name


@rule(
    "Values of enums are in SCREAMING_SNAKE_CASE.",
    "type Query { a: E } enum E { GOOD Bad worse }",
    *("E.Bad", "E.worse"),
)
def find_values_not_in_screaming_snake_case(schema: GraphQLSchema) -> Iterator[str]:
    for value in enum_values(schema):
        if not SCREAMING_SNAKE_CASE.fullmatch(value.name):
            yield value.coordinate


@rule(
    "No field begins with the name of its type.",
    "type Query { a: Team } type Team { team: ID teamName: String teams: Int name: String }",
    *("Team.team", "Team.teamName"),
)
def find_repeated_type_names(schema: GraphQLSchema) -> Iterator[str]:
    for kind, name, _ in output_fields(schema):
        repeated = kind.name[0].lower() + kind.name[1:]
        if re.fullmatch(rf"{repeated}([A-Z].*)?", name):
            yield f"{kind.name}.{name}"


@rule(
    "Fields are nouns: none begins with `get`, `fetch`, `find`, `list` or `load`.",
    "type Query { getUser: Int listing: Int findMany: Int }",
    *("Query.getUser", "Query.findMany"),
)
def find_verbs(schema: GraphQLSchema) -> Iterator[str]:
    for field in fields(schema):
        if VERB.match(field.name):
            yield field.coordinate


@rule(
    "Booleans are adjectives or participles, or begin with `is`, `has`, `can`, `in` or `show`.",
    "type Query { ordered: Boolean hasMore: Boolean! typo(draft: Boolean): Boolean! }",
    *("Query.typo", "Query.typo(draft:)"),
)
def find_booleans_that_are_nouns(schema: GraphQLSchema) -> Iterator[str]:
    for part in (*fields(schema), *arguments(schema)):
        is_boolean = get_named_type(part.node.type).name == "Boolean"
        if is_boolean and not ADJECTIVE.fullmatch(part.name):
            yield part.coordinate
