"""What the fields of the site and of redirects give."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from graphql import GraphQLResolveInfo
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from reports.text.addresses import sanitize_address
from reports.visibility.perspective import Perspective
from reports_graphql.connection import Connection
from reports_graphql.pagination import Rows, Slice, paginate_rows
from reports_graphql.site.lists import REDIRECT_ORDER
from reports_graphql.site.nodes import Node, build_nodes
from reports_graphql.site.pages import site_loaders

Info = GraphQLResolveInfo


@dataclass(frozen=True)
class Move:
    """A redirect, and the page that it leads to."""

    redirect: Redirect
    page: Node | None


def root_page(of: Site, info: Info) -> Node | None:
    return site_loaders(info).by_path.get(of.root_page.path)


def redirects_with_targets(perspective: Perspective) -> QuerySet[Redirect]:
    """Return the redirects that may be seen, with the pages that they lead to."""
    return perspective.redirects().select_related("redirect_page")


def redirects_in_order(perspective: Perspective) -> QuerySet[Redirect]:
    """Return the same, in the order in which a path is looked for."""
    found = redirects_with_targets(perspective)
    return found.order_by("old_path", "redirect_page__url_path", "redirect_link")


def list_redirects(_: None, info: Info, **arguments: Any) -> Connection[Move]:
    rows, window = Rows(redirects_with_targets), Slice(**arguments)
    page = paginate_rows(info.context.perspective, rows, REDIRECT_ORDER, window)
    moves = build_moves(page.rows)
    return Connection.from_page(page, REDIRECT_ORDER, lambda row: moves[row.pk])


def redirect_at(_: None, info: Info, path: str) -> Move | None:
    """Return the first in the list at a path: old paths are stored with a slash or without."""
    perspective = info.context.perspective
    if not path.startswith("/") or not path.isprintable():  # databases refuse some of these
        perspective.redirects()  # names what was asked for, whatever the path
        return None
    bare = path.rstrip("/")
    found = perspective.fetch_visible(redirects_in_order, old_path=[bare, f"{bare}/"])
    return next(iter(build_moves(found[:1]).values()), None)


def build_moves(redirects: list[Redirect]) -> dict[int, Move]:
    targets = build_nodes(row.redirect_page for row in redirects if row.redirect_page)
    nodes = {node.page.pk: node for node in targets}
    return {row.pk: Move(row, nodes.get(row.redirect_page_id)) for row in redirects}


def new_url(move: Move, info: Info) -> Any:
    """Not Wagtail's `link`, which asks nobody and costs statements for each redirect."""
    if target := move.redirect.redirect_page:
        return info.context.perspective.path(target)
    return sanitize_address(move.redirect.redirect_link)
