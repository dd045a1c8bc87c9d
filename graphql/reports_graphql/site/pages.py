"""What the fields of pages give. Each list has passed the gate before it is sliced."""

from typing import Any

from graphql import GraphQLResolveInfo

from reports_graphql.errors import Refusal
from reports_graphql.pagination import MOST, PAGE_SIZE
from reports_graphql.site.loaders import SiteLoaders
from reports_graphql.site.nodes import Node, nodes, pages
from reports_graphql.types.blocks.body import ReportBlock, members
from reports_graphql.types.reports import Report, title_elsewhere
from reports_graphql.types.richtext import RichText

Info = GraphQLResolveInfo


def loaders(info: Info) -> SiteLoaders:
    found: SiteLoaders = info.context.load.of(SiteLoaders)
    return found


def part(limit: int | None = None, offset: int | None = None) -> slice:
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
    return next(iter(nodes([found] if found else [])), None)


def all_pages(_: None, info: Info, in_menu: bool | None = None, **window: Any) -> list[Node]:
    found = pages(info.context.perspective)
    if in_menu is not None:
        found = found.filter(show_in_menus=in_menu)
    return nodes(found[part(**window)])


def parent(node: Node, info: Info) -> Node | None:
    return loaders(info).parent(node)


def ancestors(node: Node, info: Info) -> list[Node]:
    return loaders(info).ancestors(node)


def children(node: Node, info: Info, in_menu: bool | None = None, **window: Any) -> list[Node]:
    found = loaders(info).children_of(node)
    return [n for n in found if in_menu in (None, n.page.show_in_menus)][part(**window)]


def key(node: Node, info: Info) -> str:
    return str(node.page.translation_key)


def path(node: Node, info: Info) -> Any:
    return info.context.perspective.path(node.page)


def seo_title(node: Node, info: Info) -> str:
    return title_elsewhere(node.page)


def introduction(node: Node, info: Info) -> RichText:
    return RichText(source=loaders(info).content(node).introduction)


def body(node: Node, info: Info) -> list[ReportBlock]:
    return members(loaders(info).content(node).body)


def report(node: Node, info: Info) -> Report:
    return Report.of(loaders(info).content(node), info.context)
