"""The root type of the complete graph: the report half, and the fields of the site half."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, Parent
from strawberry.types import get_object_definition
from wagtail.models import Site as WagtailSite

from reports_graphql import query
from reports_graphql.connection import After, Before, Connection, First, Last
from reports_graphql.context import Info
from reports_graphql.field_cost import costs
from reports_graphql.fields import resolved_field
from reports_graphql.pagination import Slice
from reports_graphql.site import redirects
from reports_graphql.site.lists import PAGE_CURSORS, paginate_pages
from reports_graphql.site.nodes import build_nodes
from reports_graphql.site.page_types import BY_LEVEL, InMenu, PageInterface, site_loaders
from reports_graphql.site.redirects import Redirect
from reports_graphql.types import sites
from reports_graphql.types.model_type import model_type


def describe(type_: type[Any]) -> str:
    """Return the description of a type of the report half, which has more fields here."""
    return get_object_definition(type_, strict=True).description or ""


def root_page(site: Parent[WagtailSite], info: Info) -> Any:
    return site_loaders(info).by_path.get(site.root_page.path)


@model_type(WagtailSite, describe(sites.Site))
class Site(sites.Site):
    root_page: PageInterface | None = strawberry.field(
        resolver=root_page,
        description="The home page; null if it is not public.",
        metadata=BY_LEVEL,
    )


@strawberry.type(description=describe(query.Query))
class Query(query.Query):
    @resolved_field(query.SITE, Site, **costs("site identity"))
    def site(self, info: Info) -> Any:
        return info.context.perspective.site

    @resolved_field("The public page at a path; null if there is none.")
    def page(
        self,
        info: Info,
        url_path: Annotated[
            str,
            strawberry.argument(
                description="The whole path from the root of the site: « /bilan/2024/ ». Nothing "
                "is found without the first slash; the last one is optional."
            ),
        ],
    ) -> PageInterface | None:
        found = info.context.perspective.page_at(url_path)
        return next(iter(build_nodes([found] if found else [])), None)

    @resolved_field(
        "All public pages of the site, in the order of its tree.",
        order=PAGE_CURSORS,
        **costs(reads_with=dict.fromkeys(("after", "before"), ("places of cursors",))),
    )
    def pages(
        self,
        info: Info,
        in_menu: InMenu = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Connection[PageInterface]:
        window = Slice.from_arguments(first, after, last, before)
        shown = None if in_menu is UNSET else in_menu
        return paginate_pages(info.context.perspective, shown, window)

    @resolved_field(
        "The redirect of a former path, with or without a final slash; null if there is none, or "
        "if it leads to a page that is not public."
    )
    def redirect(
        self,
        info: Info,
        path: Annotated[
            str,
            strawberry.argument(
                description="The former path from the root of the site: « /2023 ». Nothing is "
                "found without the first slash."
            ),
        ],
    ) -> Redirect | None:
        return redirects.find_redirect(info.context.perspective, path)

    @resolved_field(
        "The redirects by former path: those that lead to a public page, and those whose address "
        "was typed in, as typed.",
        order=redirects.ORDER,
    )
    def redirects(
        self,
        info: Info,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Connection[Redirect]:
        window = Slice.from_arguments(first, after, last, before)
        return redirects.paginate_redirects(info.context.perspective, window)
