"""The GraphQL types of pages, one for each page model, with the field names of Grapple."""

import datetime
from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, dataclass_transform

import strawberry
from strawberry import UNSET, Parent
from wagtail.models import Page

from reports import models
from reports.content.folding.bodies import ContentBody
from reports.core.document.rich_text import RichText as StoredText
from reports_graphql.connection import After, Before, Connection, First, Last
from reports_graphql.context import Info
from reports_graphql.field_cost import costs
from reports_graphql.fields import resolved_field
from reports_graphql.pagination import Slice
from reports_graphql.site.lists import PAGE_CURSORS, slice_nodes
from reports_graphql.site.loaders import SiteLoaders
from reports_graphql.site.nodes import NODE_TYPES, Node
from reports_graphql.types.blocks.block import find_member
from reports_graphql.types.model_type import attribute_field
from reports_graphql.types.placed_blocks import PlacedBlocks
from reports_graphql.types.report_in_context import ReportInContext, report_field
from reports_graphql.types.richtext import RichText

InMenu = Annotated[
    bool | None,
    strawberry.argument(
        description="The pages of menus if true, the others if false, and all if it is left out."
    ),
]
BY_LEVEL = costs(is_read_again=True)  # each level of a tree of pages is read by itself

T = TypeVar("T", bound=type[Any])


def site_loaders(info: Info) -> SiteLoaders:
    """Return the loaders of the site half for this request."""
    return info.context.load.get_loaders(SiteLoaders)


def page_path(node: Parent[Any], info: Info) -> str:
    return info.context.perspective.path(node.page)


def page_seo_title(node: Parent[Any]) -> str:
    return str(node.page.seo_title or node.page.title)


@strawberry.interface(description="A page of the site, of whatever kind.")
class PageInterface(Node):
    id: strawberry.ID = attribute_field("page.translation_key", "A stable key: a UUID.")
    title: str = attribute_field("page.title", "The title of the page.")
    slug: str = attribute_field("page.slug", "The last part of the path: « 2024 ».")

    url_path: str = strawberry.field(
        resolver=page_path,
        description="The public path from the root of the site: « /bilan/2024/ ».",
    )
    seo_title: str = strawberry.field(
        resolver=page_seo_title,
        description="The title for tabs and search engines, the title of the page by default.",
    )
    seo_description: str = attribute_field(
        "page.search_description", "The summary for search engines; empty if there is none."
    )
    show_in_menus: bool = attribute_field(
        "page.show_in_menus", "Whether the page has a place in the menus."
    )
    first_published_at: datetime.datetime | None = attribute_field(
        "page.first_published_at",
        "When the page was first published; null for a draft that never was.",
    )
    last_published_at: datetime.datetime | None = attribute_field(
        "page.last_published_at", "When it was last published; null for a draft that never was."
    )

    @resolved_field(
        "The page just above; null at the root of the site, or if it is not public.", **BY_LEVEL
    )
    def parent(self, info: Info) -> "PageInterface | None":
        return site_loaders(info).parent(self)

    @resolved_field(
        "The public pages just below, in the order of the site.", order=PAGE_CURSORS, **BY_LEVEL
    )
    def children(
        self,
        info: Info,
        in_menu: InMenu = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> "Connection[PageInterface]":
        window = Slice.from_arguments(first, after, last, before)
        shown = None if in_menu is UNSET else in_menu
        return slice_nodes(site_loaders(info).children_of(self), shown, window)

    @resolved_field(
        "The public pages above, from the root of the site: a breadcrumb trail.",
        **costs(items=4, is_read_again=True),
    )
    def ancestors(self, info: Info) -> "list[PageInterface]":
        return site_loaders(info).ancestors(self)


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def page_type(model: type[Page], description: str) -> Callable[[T], T]:
    """Make a class the type of the pages of a model."""

    def register(cls: T) -> T:
        made: T = strawberry.type(cls, description=description)
        NODE_TYPES[model] = made
        return made

    return register


def page_introduction(node: Parent[Any], info: Info) -> StoredText:
    return StoredText(site_loaders(info).content(node).introduction)


def introduction_field(description: str) -> Any:
    return resolved_field(description, RichText, **BY_LEVEL)(page_introduction)


@page_type(models.HomePage, "The home page of the site.")
class HomePage(PageInterface):
    introduction: RichText = introduction_field("The programme in a few lines.")


@page_type(models.ReportIndexPage, "The page below which the reports are.")
class ReportIndexPage(PageInterface):
    introduction: RichText = introduction_field("What the series of reports is about.")


if TYPE_CHECKING:
    ContentBlock = Any
else:
    ContentBlock = Annotated[
        reduce(or_, map(find_member, ContentBody().child_blocks)),
        strawberry.union(
            "ContentBlock",
            description="A block of a plain page: one type for each kind, each of them a `Block`.",
        ),
    ]


@page_type(models.ContentPage, "A plain page: legal notice, accessibility statement.")
class ContentPage(PageInterface):
    @resolved_field(
        "The content, block by block.",
        list[ContentBlock],
        has_own_context=True,
        **costs("bodies", items=20, is_read_again=True),
    )
    def body(self, info: Info) -> Any:
        context, page = info.context, site_loaders(info).content(self)
        path = context.perspective.path(page)
        return PlacedBlocks.of_page(page, context.load.bodies.read(page), path, context)


def page_report(node: Parent[Any], info: Info) -> ReportInContext:
    return ReportInContext.of_today(site_loaders(info).content(node), info.context)


@page_type(models.AnnualReportPage, "The page of an annual report.")
class AnnualReportPage(PageInterface):
    report: Any = report_field("The report itself.", page_report, **BY_LEVEL)
