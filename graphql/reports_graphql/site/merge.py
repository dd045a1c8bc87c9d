"""One schema of two halves: the report half, and what is open of the site half."""

from functools import partial
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, GraphQLUnionType, parse_type

from reports.folding.bodies import ContentBody
from reports_graphql.site.open_types import (
    CONNECTIONS,
    EXTENDED,
    OPEN,
    Types,
    build_fields,
    build_reference,
    build_types,
    check_grapple,
)
from reports_graphql.types.blocks.block import MEMBERS


def merge_schemas(reports: GraphQLSchema, grapple: GraphQLSchema) -> GraphQLSchema:
    """Return the schema of both halves; `Query` and `Site` of the report half get more fields.

    A type that is not open has no place in it: building fails. Raises `TypeError` for what Grapple
    no longer has, and `ValueError` for what both halves have.
    """
    check_grapple(grapple)
    types: dict[str, Any] = dict(reports.type_map)
    added = {**build_types(types), **build_connections(types), "ContentBlock": build_union(types)}
    refuse_taken("types", types, added)
    types |= added
    for name in EXTENDED:
        fields = build_fields(OPEN[name], types)
        refuse_taken(f"fields of {name}:", types[name].fields, fields)
        types[name].fields.update(fields)
    return GraphQLSchema(**reports.to_kwargs() | {"types": tuple(types.values())})


def refuse_taken(what: str, theirs: Types, ours: Types) -> None:
    if taken := theirs.keys() & ours.keys():
        raise ValueError(f"Both halves have {what} {', '.join(sorted(taken))}.")


def build_connections(types: Types) -> dict[str, GraphQLObjectType]:
    """Return the types of connections: those of a list of reports, with other nodes."""

    def copy_fields(source: Any, prefix: str, node: str) -> dict[str, GraphQLField]:
        copies = {}
        for name, field in source.fields.items():
            kind = str(field.type).replace("ReportEdge", f"{prefix}Edge").replace("Report", node)
            kwargs = field.to_kwargs() | {"type_": build_reference(parse_type(kind), types)}
            copies[name] = GraphQLField(**kwargs)
        return copies

    copies = {}
    for name, node in CONNECTIONS.items():
        prefix = name.removesuffix("Connection")
        for source in (types["ReportConnection"], types["ReportEdge"]):
            fields = partial(copy_fields, source, prefix, node)
            copy = source.name.replace("Report", prefix)
            copies[copy] = GraphQLObjectType(copy, fields, description=source.description)
    return copies


def build_union(types: Types) -> GraphQLUnionType:
    """Return the union of the blocks of a plain page."""
    names = [type(block).__name__ for block in ContentBody().child_blocks.values()]
    return GraphQLUnionType(
        "ContentBlock",
        [types[name] for name in names],
        lambda block, *_: MEMBERS[block.block_type].__name__,
        description="A block of a plain page: one type for each kind, each of them a `Block`.",
    )
