"""What the fields of the site and of redirects give."""

from dataclasses import dataclass
from typing import Any

from graphql import GraphQLResolveInfo
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from reports_graphql.site.nodes import Node, nodes
from reports_graphql.site.pages import loaders, part

Info = GraphQLResolveInfo


@dataclass(frozen=True)
class Move:
    """A redirect, and the page that it leads to."""

    redirect: Redirect
    page: Node | None


def site(_: None, info: Info) -> Any:
    """The site that the request is for: there is no way to ask for another."""
    return info.context.perspective.site


def root_page(of: Site, info: Info) -> Node | None:
    return loaders(info).by_path.get(of.root_page.path)


def redirects(_: None, info: Info, **window: Any) -> list[Move]:
    found = info.context.perspective.redirects().select_related("redirect_page")
    ordered = found.order_by("old_path", "redirect_page__url_path", "redirect_link")
    rows = list(ordered[part(**window)])
    targets = nodes(row.redirect_page for row in rows if row.redirect_page)
    by_id = {node.page.pk: node for node in targets}
    return [Move(row, by_id.get(row.redirect_page_id)) for row in rows]


def new_url(move: Move, info: Info) -> Any:
    """Not Wagtail's `link`, which asks nobody and costs statements for each redirect."""
    target = move.redirect.redirect_page
    return info.context.perspective.path(target) if target else move.redirect.redirect_link


def target_page(move: Move, info: Info) -> Node | None:
    return move.page
