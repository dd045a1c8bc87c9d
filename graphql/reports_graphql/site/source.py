"""Checks the site half against Grapple's schema, so that its names and types stay the same.

The page models are registered with Grapple here, so that they need not know GraphQL. Grapple is not
an installed app, so its hooks never run; `grapple.schema` is never imported, because it disables
the rule against unused fragments in the whole process.
"""

from functools import cache
from typing import Any

import graphene
from graphql import GraphQLSchema, get_named_type
from grapple import actions
from grapple.registry import registry
from grapple.types.pages import PagesQuery
from grapple.types.redirects import RedirectsQuery
from grapple.types.sites import SitesQuery
from strawberry.types import get_object_definition
from strawberry.utils.str_converters import to_camel_case

from reports_graphql import query
from reports_graphql.site.nodes import NODE_TYPES
from reports_graphql.site.query import Query, Site
from reports_graphql.types import sites

# Grapple's names, where ours are others; and what we add to its types.
THEIRS = {"Site": "SiteObjectType", "Site.rootPage": "Page"}
THEIRS |= {"PageConnection": "PageInterface", "RedirectConnection": "Redirect"}
ADDED = {"seoDescription", "introduction", "body", "report", "redirect"}


@cache
def build_grapple_schema() -> GraphQLSchema:
    """Return Grapple's own schema, which is only compared and never executed."""
    for model in NODE_TYPES:
        actions.register_page_model(model, "")
    actions.load_type_fields()
    bases = (PagesQuery(), SitesQuery(), RedirectsQuery, graphene.ObjectType)
    root = type("Query", bases, {})
    return graphene.Schema(query=root, types=registry.pages.types).graphql_schema


def check_grapple(ours: GraphQLSchema, grapple: GraphQLSchema) -> None:
    """Raise `TypeError` for a field of the site half that Grapple lacks or types differently."""
    kinds = {name: set(ours.type_map[name].fields) for name in list_kinds()}  # type: ignore[attr-defined]
    kinds |= {"Query": list_own(Query, query.Query), "Site": list_own(Site, sites.Site)}
    for kind, names in kinds.items():
        theirs: Any = grapple.type_map[THEIRS.get(kind, kind)]
        fields: Any = ours.type_map[kind]
        for name in names - ADDED:
            type_name = get_named_type(fields.fields[name].type).name
            wanted = THEIRS.get(f"{kind}.{name}") or THEIRS.get(type_name, type_name)
            found = theirs.fields.get(name)
            if not found or get_named_type(found.type).name != wanted:
                raise TypeError(f"Grapple has no {kind}.{name} of the type {wanted}.")


def list_kinds() -> list[str]:
    return ["PageInterface", "Redirect", *(each.__name__ for each in NODE_TYPES.values())]


def list_own(type_: type[Any], base: type[Any]) -> set[str]:
    """Return the names of the fields that a Strawberry type has in addition to its base."""
    names, of_base = (
        {field.python_name for field in get_object_definition(each, strict=True).fields}
        for each in (type_, base)
    )
    return set(map(to_camel_case, names - of_base))
