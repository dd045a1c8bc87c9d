"""What Grapple offers for our pages. They are registered here, so that models know no GraphQL.

Grapple is not among the installed apps, so its hooks never run; and `grapple.schema` is never
imported, for it disables the rule against unused fragments in the whole process.
"""

from functools import cache

import graphene
from graphql import GraphQLSchema
from grapple import actions
from grapple.registry import registry
from grapple.types.pages import PagesQuery
from grapple.types.redirects import RedirectsQuery
from grapple.types.sites import SitesQuery
from wagtail.models import Page

from reports.models import AnnualReportPage, ContentPage, HomePage, ReportIndexPage

MODELS: tuple[type[Page], ...] = (HomePage, ReportIndexPage, ContentPage, AnnualReportPage)


@cache
def build_grapple_schema() -> GraphQLSchema:
    """Grapple's own schema: read for what it says, never executed, never changed."""
    for model in MODELS:
        actions.register_page_model(model, "")
    actions.load_type_fields()
    bases = (PagesQuery(), SitesQuery(), RedirectsQuery, graphene.ObjectType)
    query = type("Query", bases, {})
    return graphene.Schema(query=query, types=registry.pages.types).graphql_schema
