"""Lists that are asked for a page at a time."""

from collections.abc import Iterator

from graphql import GraphQLNamedType, GraphQLSchema, get_named_type

from tests.reports_graphql.schema_lint.rule import fields, own_types, rule

FEEDS = {"ChangeConnection"}
"""Connections without an end, which nobody can count."""


@rule(
    "A connection has `nodes`, `edges`, `pageInfo` and, unless it is a feed, `totalCount`.",
    "type Query { a: AConnection b: BConnection c: ChangeConnection } type A { x: Int } "
    "type AConnection { nodes: [A!]! edges: [AEdge!]! pageInfo: PageInfo! totalCount: Int! } "
    "type BConnection { nodes: [A!] edges: [AEdge!]! pageInfo: PageInfo! } "
    "type ChangeConnection { nodes: [A!]! edges: [AEdge!]! pageInfo: PageInfo! } "
    "type AEdge { node: A! cursor: String! } type PageInfo { x: Int }",
    *("BConnection.nodes", "BConnection.totalCount"),
)
def find_incomplete_connections(schema: GraphQLSchema) -> Iterator[str]:
    for kind in own_types(schema):
        if kind.name.endswith("Connection"):
            node = kind.name.removesuffix("Connection")
            wanted = {"edges": f"[{node}Edge!]!", "pageInfo": "PageInfo!"}
            edges = kind.fields.get("edges")  # type: ignore[attr-defined]
            item = get_named_type(edges.type) if edges else None
            wanted["edges"] = f"[{item}!]!" if str(item).endswith("Edge") else f"[{node}Edge!]!"
            node_field = getattr(item, "fields", {}).get("node")
            wanted["nodes"] = f"[{node_field.type}]!" if node_field else f"[{node}!]!"
            if kind.name not in FEEDS:
                wanted["totalCount"] = "Int!"
            yield from find_missing_fields(kind, wanted)


@rule(
    "An edge has a `node` and a `cursor`.",
    "type Query { a: AEdge b: BEdge } type AEdge { node: A! cursor: String! } type A { x: Int } "
    "type BEdge { node: A! cursor: String }",
    "BEdge.cursor",
)
def find_incomplete_edges(schema: GraphQLSchema) -> Iterator[str]:
    for kind in own_types(schema):
        if kind.name.endswith("Edge"):
            yield from find_missing_fields(kind, {"cursor": "String!"})
            if "node" not in kind.fields:  # type: ignore[attr-defined]
                yield f"{kind.name}.node"


def find_missing_fields(kind: GraphQLNamedType, wanted: dict[str, str]) -> Iterator[str]:
    """Yield the coordinates of fields that a type lacks, or has of another type."""
    for name, type_name in wanted.items():
        field = kind.fields.get(name)  # type: ignore[attr-defined]
        if field is None or str(field.type) != type_name:
            yield f"{kind.name}.{name}"


@rule(
    "A connection is asked for with `first` and `after`, and is never null.",
    "type Query { a(first: Int after: String): AConnection! b(first: Int): AConnection! "
    "c(first: Int after: String): AConnection } type AConnection { x: Int }",
    *("Query.b", "Query.c"),
)
def find_connections_without_arguments(schema: GraphQLSchema) -> Iterator[str]:
    for field in fields(schema):
        if get_named_type(field.node.type).name.endswith("Connection"):
            arguments = {name: str(each.type) for name, each in field.node.args.items()}
            is_complete = {"first": "Int", "after": "String"}.items() <= arguments.items()
            if not is_complete or not str(field.node.type).endswith("Connection!"):
                yield field.coordinate


@rule(
    "Whatever is asked for by pages is a connection: no list has `limit`, `offset` or `first`.",
    "type Query { a(limit: Int): [Int!]! b(offset: Int): [Int!]! c(first: Int): [Int!]! "
    "d(first: Int): DConnection! e: [Int!]! } type DConnection { x: Int }",
    *("Query.a", "Query.b", "Query.c"),
)
def find_pages_that_are_no_connections(schema: GraphQLSchema) -> Iterator[str]:
    for field in fields(schema):
        is_connection = get_named_type(field.node.type).name.endswith("Connection")
        if not is_connection and field.node.args.keys() & {"limit", "offset", "first"}:
            yield field.coordinate
