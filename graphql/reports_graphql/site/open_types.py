"""What is open of the site half: the list in `site.graphql`, as types with resolvers.

Grapple's own objects belong to the whole process: they are compared, never changed nor reused.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InterfaceTypeDefinitionNode,
    ListTypeNode,
    NonNullTypeNode,
    ObjectTypeExtensionNode,
    TypeNode,
    get_named_type,
    parse,
)
from graphql.pyutils import camel_to_snake

from reports_graphql.site.nodes import Node
from reports_graphql.site.resolvers import RESOLVERS

Types = Mapping[str, Any]  # by name

LIST = parse(Path(__file__).with_name("site.graphql").read_text()).definitions
OPEN: dict[str, Any] = {node.name.value: node for node in LIST}  # type: ignore[attr-defined]
EXTENDED = [name for name, node in OPEN.items() if isinstance(node, ObjectTypeExtensionNode)]
CONNECTIONS = {"PageConnection": "PageInterface", "RedirectConnection": "Redirect"}
WINDOW = ("first", "after", "last", "before")  # arguments of a connection
# Grapple's names, where ours are others; and what we add to its types.
THEIRS = {"Site": "SiteObjectType", "Site.rootPage": "Page"}
ADDED = {
    *("PageInterface.seoDescription", "HomePage.introduction", "ReportIndexPage.introduction"),
    *("ContentPage.body", "AnnualReportPage.report", "Query.redirect"),
}


def check_grapple(grapple: GraphQLSchema) -> None:
    """Raise `TypeError` for a field of the list that Grapple has no more, or of another type."""
    for name, node in OPEN.items():
        source: Any = grapple.type_map[THEIRS.get(name, name)]
        for field in node.fields:
            key, ours = f"{name}.{field.name.value}", name_type(field.type)
            theirs = source.fields.get(field.name.value)
            wanted = THEIRS.get(key) or CONNECTIONS.get(ours, ours)
            if key not in ADDED and (not theirs or get_named_type(theirs.type).name != wanted):
                raise TypeError(f"Grapple has no {key} of the type {wanted}.")


def name_type(node: Any) -> str:
    while isinstance(node, ListTypeNode | NonNullTypeNode):
        node = node.type
    return str(node.name.value)


def build_types(types: Types) -> dict[str, Any]:
    """Return the types that the list adds; `types` are those that they may name in the end."""
    return {name: build_type(node, types) for name, node in OPEN.items() if name not in EXTENDED}


def build_type(node: Any, types: Types) -> GraphQLObjectType | GraphQLInterfaceType:
    kwargs: dict[str, Any] = {
        "name": node.name.value,
        "description": node.description.value,
        "fields": lambda: build_fields(node, types),
        "interfaces": lambda: [types[above.name.value] for above in node.interfaces],
    }
    if isinstance(node, InterfaceTypeDefinitionNode):
        return GraphQLInterfaceType(**kwargs, resolve_type=name_kind)
    return GraphQLObjectType(**kwargs)


def name_kind(found: Node, *_: Any) -> str:
    return str(found.page.specific_class.__name__)


def build_fields(node: Any, types: Types) -> dict[str, GraphQLField]:
    """Return the fields of a type of the list, those of its interfaces first."""
    above = [OPEN[each.name.value] for each in node.interfaces]
    return {
        field.name.value: build_field(f"{each.name.value}.{field.name.value}", field, types)
        for each in (*above, node)
        for field in each.fields
    }


def build_field(key: str, node: Any, types: Types) -> GraphQLField:
    arguments = {
        argument.name.value: GraphQLArgument(
            build_reference(argument.type, types),
            description=argument.description.value,
            out_name=camel_to_snake(argument.name.value),
        )
        for argument in node.arguments
    }
    if name_type(node.type) in CONNECTIONS:
        of_reports = types["Query"].fields["reports"].args
        arguments |= {name: of_reports[name] for name in WINDOW}
    field_type, description = build_reference(node.type, types), node.description.value
    return GraphQLField(field_type, arguments, description=description, **RESOLVERS[key])


def build_reference(node: TypeNode, types: Types) -> Any:
    match node:
        case NonNullTypeNode():
            return GraphQLNonNull(build_reference(node.type, types))
        case ListTypeNode():
            return GraphQLList(build_reference(node.type, types))
    return types[name_type(node)]
