"""What the fields of pages give. Each list has passed the gate before it is sliced."""

from typing import Any

from graphql import GraphQLResolveInfo

from reports.document.rich_text import RichText
from reports_graphql.errors import Refusal
from reports_graphql.pagination import MOST, PAGE_SIZE
from reports_graphql.site.loaders import SiteLoaders
from reports_graphql.site.nodes import Node, build_nodes, list_pages
from reports_graphql.types.placed_blocks import PlacedBlocks
from reports_graphql.types.report_in_context import ReportInContext

Info = GraphQLResolveInfo


def site_loaders(info: Info) -> SiteLoaders:
    found: SiteLoaders = info.context.load.get_loaders(SiteLoaders)
    return found


def window_slice(limit: int | None = None, offset: int | None = None) -> slice:
    """The part of a list that a caller asks for."""
    size = PAGE_SIZE if limit is None else limit
    if not 0 <= size <= MOST:
        raise Refusal(f"limit is {size}: ask for 0 to {MOST}.")
    start = offset or 0
    if start < 0:
        raise Refusal(f"offset is {start}: ask for 0 or more.")
    return slice(start, start + size)


def page_at(_: None, info: Info, url_path: str) -> Node | None:
    found = info.context.perspective.page_at(url_path)
    return next(iter(build_nodes([found] if found else [])), None)


def all_pages(_: None, info: Info, in_menu: bool | None = None, **window: Any) -> list[Node]:
    pages = list_pages(info.context.perspective)
    if in_menu is not None:
        pages = pages.filter(show_in_menus=in_menu)
    return build_nodes(pages[window_slice(**window)])


def page_parent(node: Node, info: Info) -> Node | None:
    return site_loaders(info).parent(node)


def page_ancestors(node: Node, info: Info) -> list[Node]:
    return site_loaders(info).ancestors(node)


def page_children(node: Node, info: Info, in_menu: bool | None = None, **window: Any) -> list[Node]:
    found = site_loaders(info).children_of(node)
    return [n for n in found if in_menu in (None, n.page.show_in_menus)][window_slice(**window)]


def page_key(node: Node, info: Info) -> str:
    return str(node.page.translation_key)


def page_path(node: Node, info: Info) -> Any:
    return info.context.perspective.path(node.page)


def page_seo_title(node: Node, info: Info) -> str:
    return str(node.page.seo_title or node.page.title)


def page_introduction(node: Node, info: Info) -> RichText:
    return RichText(site_loaders(info).content(node).introduction)


def page_body(node: Node, info: Info) -> PlacedBlocks:
    context, page = info.context, site_loaders(info).content(node)
    path = context.perspective.path(page)
    return PlacedBlocks.of_page(page, context.load.bodies.read(page), path, context)


def page_report(node: Node, info: Info) -> ReportInContext:
    return ReportInContext.of_today(site_loaders(info).content(node), info.context)
