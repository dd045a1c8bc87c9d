"""One schema of two halves: the report half as it is, and what is open of Grapple's, copied.

Grapple's own objects belong to the whole process: they are read, never changed nor reused.
"""

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    ListTypeNode,
    NamedTypeNode,
    NonNullTypeNode,
    TypeNode,
    get_named_type,
    is_interface_type,
    parse_type,
)
from graphql.pyutils import camel_to_snake

from reports_graphql.site.open_types import (
    CONNECTIONS,
    CONTENT_BLOCK,
    CONTENT_MEMBERS,
    TYPES,
    OpenField,
    OpenType,
)
from reports_graphql.types.blocks.block import MEMBERS

# The scalars that both halves share: the report half's objects, for either half's values.
SCALARS = {name: name for name in ("ID", "String", "Int", "Boolean", "DateTime")}
SOURCES = SCALARS | {opened.source: name for name, opened in TYPES.items()}
EXTENDED = {"Query", "Site"}  # types of the report half that get more fields


def merge_schemas(reports: GraphQLSchema, grapple: GraphQLSchema) -> GraphQLSchema:
    """Return the schema of the report half with the site half added; no argument is changed.

    A type that is not open has no place in it: building fails.
    """
    types: dict[str, GraphQLNamedType] = dict(reports.type_map)
    copies = {name: copy_type(name, TYPES[name], grapple, types) for name in TYPES}
    copies["ContentBlock"] = build_content_block(types)
    for prefix, node in CONNECTIONS.items():
        copies |= copy_connection(prefix, node, types)
    if taken := types.keys() & copies.keys() - EXTENDED:
        raise ValueError(f"Both halves have types {', '.join(sorted(taken))}.")
    copies |= {name: extend_type(name, copies[name], types) for name in EXTENDED}
    types.update(copies)
    kwargs: dict[str, Any] = dict(reports.to_kwargs())
    return GraphQLSchema(**kwargs | {"query": types["Query"], "types": tuple(types.values())})


def copy_type(name: str, opened: OpenType, grapple: GraphQLSchema, types: Mapping[str, Any]) -> Any:
    source: Any = grapple.type_map[opened.source]
    kwargs: dict[str, Any] = {
        "name": name,
        "description": opened.description,
        "fields": lambda: {
            name: copy_field(source.fields.get(field.source or name), field, types)
            for name, field in opened.fields.items()
        },
        "interfaces": lambda: [types[SOURCES[above.name]] for above in source.interfaces],
    }
    if is_interface_type(source):
        return GraphQLInterfaceType(**kwargs, resolve_type=lambda node, *_: node.model.__name__)
    return GraphQLObjectType(**kwargs)


def copy_field(source: Any, opened: OpenField, types: Mapping[str, Any]) -> GraphQLField:
    """Return a field with the type that the list gives it; else Grapple's, in our objects."""
    if opened.type:
        field_type = build_type(opened.type, types)
    else:
        named = {theirs: types[ours] for theirs, ours in SOURCES.items()}
        field_type = build_type(str(source.type), named)
    arguments = {
        name: GraphQLArgument(
            build_type(argument.type, types),
            description=argument.description,
            out_name=camel_to_snake(name),
        )
        for name, argument in opened.arguments.items()
    }
    resolve = opened.resolve
    if isinstance(resolve, str):
        resolve = resolve_attribute(resolve)
    extensions = {
        "has_own_context": opened.has_own_context,
        "order": opened.order,
        "cost": opened.cost,
    }
    return GraphQLField(
        field_type,
        arguments,
        resolve,
        description=opened.description,
        extensions=extensions,
    )


def resolve_attribute(path: str) -> Callable[..., Any]:
    get = attrgetter(path)
    return lambda source, info: get(source)


def copy_connection(
    prefix: str, node: str, types: Mapping[str, Any]
) -> dict[str, GraphQLNamedType]:
    """Return the types of a connection: those of a list of reports, with another node."""

    def copy_fields(source: Any) -> dict[str, GraphQLField]:
        copies = {}
        for name, field in source.fields.items():
            kind = str(field.type).replace("ReportEdge", f"{prefix}Edge").replace("Report", node)
            copies[name] = GraphQLField(**field.to_kwargs() | {"type_": build_type(kind, types)})
        return copies

    def copy_object(source: Any) -> GraphQLObjectType:
        name = source.name.replace("Report", prefix)
        fields = partial(copy_fields, source)
        return GraphQLObjectType(name, fields, description=source.description)

    copies = (copy_object(types[name]) for name in ("ReportConnection", "ReportEdge"))
    return {copy.name: copy for copy in copies}


def extend_type(name: str, added: Any, types: Mapping[str, Any]) -> GraphQLObjectType:
    """Return a type of the report half with the fields that the site half adds to it."""
    own = types[name]
    if taken := own.fields.keys() & TYPES[name].fields.keys():
        raise ValueError(f"Both halves have fields of {name}: {', '.join(sorted(taken))}.")

    def fields() -> dict[str, GraphQLField]:
        return {
            **{key: extend_field(field, types) for key, field in own.fields.items()},
            **added.fields,
        }

    description = added.description or own.description
    return GraphQLObjectType(**own.to_kwargs() | {"fields": fields, "description": description})


def extend_field(field: GraphQLField, types: Mapping[str, Any]) -> GraphQLField:
    """Return a field of the report half that gives extended types for those of the report half."""
    if get_named_type(field.type).name not in TYPES:
        return field
    return GraphQLField(**field.to_kwargs() | {"type_": build_type(str(field.type), types)})


def build_content_block(types: Mapping[str, Any]) -> GraphQLUnionType:
    return GraphQLUnionType(
        "ContentBlock",
        [types[name] for name in CONTENT_MEMBERS],
        lambda block, *_: MEMBERS[block.block_type].__name__,
        description=CONTENT_BLOCK,
    )


def build_type(written: str | TypeNode, named: Mapping[str, GraphQLNamedType]) -> Any:
    node = parse_type(written) if isinstance(written, str) else written
    match node:
        case NonNullTypeNode():
            return GraphQLNonNull(build_type(node.type, named))
        case ListTypeNode():
            return GraphQLList(build_type(node.type, named))
        case NamedTypeNode():
            return named[node.name.value]
