"""What the fields of pages give."""

from typing import Any

from graphql import GraphQLResolveInfo

from reports.document.rich_text import RichText
from reports_graphql.connection import Connection
from reports_graphql.pagination import Slice
from reports_graphql.site.lists import slice_nodes
from reports_graphql.site.loaders import SiteLoaders
from reports_graphql.site.nodes import Node, build_nodes
from reports_graphql.types.placed_blocks import PlacedBlocks
from reports_graphql.types.report_in_context import ReportInContext

Info = GraphQLResolveInfo


def site_loaders(info: Info) -> SiteLoaders:
    found: SiteLoaders = info.context.load.get_loaders(SiteLoaders)
    return found


def page_at(_: None, info: Info, url_path: str) -> Node | None:
    found = info.context.perspective.page_at(url_path)
    return next(iter(build_nodes([found] if found else [])), None)


def page_parent(node: Node, info: Info) -> Node | None:
    return site_loaders(info).parent(node)


def page_ancestors(node: Node, info: Info) -> list[Node]:
    return site_loaders(info).ancestors(node)


def page_children(
    node: Node, info: Info, in_menu: bool | None = None, **arguments: Any
) -> Connection[Node]:
    return slice_nodes(site_loaders(info).children_of(node), in_menu, Slice(**arguments))


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
