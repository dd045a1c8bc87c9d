"""One schema of two halves: the report half as it is, and what is open of Grapple's, copied.

Grapple's own objects belong to the whole process: they are read, never changed nor reused.
"""

from collections.abc import Mapping
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
    is_interface_type,
    parse_type,
)
from graphql.pyutils import camel_to_snake

from reports_graphql.site.nodes import Node
from reports_graphql.site.open_field import Argument, OpenField, OpenType
from reports_graphql.site.open_types import CONTENT_BLOCK, CONTENT_MEMBERS, TYPES
from reports_graphql.types.blocks.block import MEMBERS

# The scalars that both halves share: the report half's objects, for either half's values.
SCALARS = {name: name for name in ("ID", "String", "Int", "Boolean", "DateTime")}


OWN = GraphQLObjectType("Own", {})  # what stands for Grapple's type where ours copies none


def merge_schemas(reports: GraphQLSchema, grapple: GraphQLSchema) -> GraphQLSchema:
    """The schema of the report half with the site half added; neither argument is changed."""
    return Merge(reports, grapple).schema()


class Merge:
    def __init__(self, reports: GraphQLSchema, grapple: GraphQLSchema) -> None:
        self.reports, self.grapple = reports, grapple
        self.types: dict[str, GraphQLNamedType] = dict(reports.type_map)
        for name in (*TYPES, "ContentBlock"):
            if name in self.types and name != "Query":
                raise ValueError(f"Both halves have a type {name}.")
        self.types["ContentBlock"] = self.content_block()
        for name, opened in TYPES.items():
            self.types[name] = self.query(opened) if name == "Query" else self.copy(name, opened)
        # What a type of Grapple's is here. What is not opened has no place: building fails.
        sources = {opened.source: name for name, opened in TYPES.items() if opened.source}
        self.known = {source: self.types[name] for source, name in (sources | SCALARS).items()}

    def schema(self) -> GraphQLSchema:
        kwargs: dict[str, Any] = dict(self.reports.to_kwargs())
        return GraphQLSchema(
            **kwargs | {"query": self.types["Query"], "types": tuple(self.types.values())}
        )

    def content_block(self) -> GraphQLUnionType:
        def member(block: Any, *_: Any) -> str:
            return MEMBERS[block.block_type].__name__

        types = [self.types[name] for name in CONTENT_MEMBERS]
        return GraphQLUnionType("ContentBlock", types, member, description=CONTENT_BLOCK)  # type: ignore[arg-type]

    def copy(self, name: str, opened: OpenType) -> GraphQLNamedType:
        source: Any = self.grapple.type_map[opened.source] if opened.source else OWN
        kwargs: dict[str, Any] = {
            "name": name,
            "description": opened.description,
            "fields": lambda: self.fields(source, opened),
            "interfaces": lambda: [self.known[above.name] for above in source.interfaces],
        }
        if is_interface_type(source):
            return GraphQLInterfaceType(**kwargs, resolve_type=page_type)
        return GraphQLObjectType(**kwargs)

    def query(self, opened: OpenType) -> GraphQLObjectType:
        """The report half's roots first, then the site half's."""
        root: Any = self.reports.query_type
        if taken := root.fields.keys() & opened.fields.keys():
            raise ValueError(f"Both halves have a root field {', '.join(taken)}.")

        def fields() -> dict[str, GraphQLField]:
            return {**root.fields, **self.fields(self.grapple.query_type, opened)}

        return GraphQLObjectType(
            **root.to_kwargs() | {"fields": fields, "description": opened.description}
        )

    def fields(self, source: Any, opened: OpenType) -> dict[str, GraphQLField]:
        return {
            name: self.field(source.fields.get(field.source or name), field)
            for name, field in opened.fields.items()
        }

    def field(self, source: GraphQLField | None, opened: OpenField) -> GraphQLField:
        arguments = {
            name: self.argument(name, source and source.args.get(name), argument)
            for name, argument in opened.arguments.items()
        }
        return GraphQLField(
            self.type(source, opened),
            arguments,
            opened.resolve,
            description=opened.description,
            extensions={"has_own_context": opened.has_own_context},
        )

    def argument(self, name: str, source: Any, opened: Argument) -> GraphQLArgument:
        kind = self.type(source, opened)
        return GraphQLArgument(kind, description=opened.description, out_name=camel_to_snake(name))

    def type(self, source: Any, opened: OpenField | Argument) -> Any:
        """The type that is written in the list; else Grapple's, in our objects."""
        if opened.type:
            return build_type(parse_type(opened.type), self.types)
        return build_type(parse_type(str(source.type)), self.known)


def build_type(node: TypeNode, named: Mapping[str, GraphQLNamedType]) -> Any:
    match node:
        case NonNullTypeNode():
            return GraphQLNonNull(build_type(node.type, named))
        case ListTypeNode():
            return GraphQLList(build_type(node.type, named))
        case NamedTypeNode():
            return named[node.name.value]


def page_type(node: Node, *_: Any) -> str:
    return node.model.__name__
