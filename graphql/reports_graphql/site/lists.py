"""Connections of pages. Only visible pages are counted and paginated."""

from dataclasses import replace
from typing import Any

from wagtail.models import Page as WagtailPage

from reports.content.visibility.perspective import Perspective
from reports_graphql.connection import Connection
from reports_graphql.pagination import Page, Rows, Slice, paginate_rows
from reports_graphql.row_order import Order
from reports_graphql.site.nodes import Node, build_nodes, list_pages

# Pages are in the order of the tree, but their cursors hold keys: paths in the tree count pages.
TREE_ORDER = Order(WagtailPage, ("path",))
PAGE_CURSORS = Order(WagtailPage, ("translation_key",))


def paginate_pages(
    perspective: Perspective, in_menu: bool | None, window: Slice
) -> Connection[Any]:
    """Return a page of all visible pages; `in_menu` restricts it to pages in menus, or others."""
    rows, places = Rows(list_pages, (in_menu,)), find_places(perspective, window)
    page = paginate_rows(perspective, rows, TREE_ORDER, places)
    return connect_nodes(page, build_nodes(page.rows))


def find_places(perspective: Perspective, window: Slice) -> Slice:
    """Return a slice whose cursors hold paths in the page tree.

    A cursor whose page may not be seen is ignored.
    """
    keys = [key for key in map(read_key, (window.after, window.before)) if key]
    pages = perspective.fetch_visible(Perspective.pages, translation_key=keys)
    by_key = {node.page.translation_key: node.page for node in build_nodes(pages)}

    def find_place(cursor: str | None) -> str | None:
        page = by_key.get(read_key(cursor))
        return page and TREE_ORDER.cursor(page)

    return replace(window, after=find_place(window.after), before=find_place(window.before))


def read_key(cursor: str | None) -> Any:
    return None if cursor is None else PAGE_CURSORS.values(cursor)[0]


def slice_nodes(nodes: list[Node], in_menu: bool | None, window: Slice) -> Connection[Any]:
    """Return a page of nodes that are all in memory, paginated as `paginate_rows` does."""
    keys = [node.page.translation_key for node in nodes]

    def find_index(cursor: str | None, default: int) -> int:
        key = read_key(cursor)
        return keys.index(key) if key in keys else default

    def listed(some: list[Node]) -> list[Node]:
        return [node for node in some if in_menu in (None, node.page.show_in_menus)]

    start = find_index(window.after, -1) + 1
    stop = find_index(window.before, len(nodes))
    between, size = listed(nodes[start:stop]), window.size
    is_from_end, is_cut = window.last is not None, len(between) > size
    chosen = between[max(0, len(between) - size) :] if is_from_end else between[:size]
    page = Page(
        rows=[node.page for node in chosen],
        total=len(listed(nodes)),
        has_previous=bool(listed(nodes[:start])) or (is_cut and is_from_end),
        has_next=bool(listed(nodes[stop:])) or (is_cut and not is_from_end),
    )
    return connect_nodes(page, chosen)


def connect_nodes(page: Page, nodes: list[Node]) -> Connection[Any]:
    by_page = {node.page: node for node in nodes}
    return Connection.from_page(page, PAGE_CURSORS, by_page.__getitem__)
