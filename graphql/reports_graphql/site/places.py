"""What the fields of the site and of redirects give."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from graphql import GraphQLResolveInfo
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from reports.models import SiteIdentity
from reports.text.addresses import sanitize_address, sanitize_web_address
from reports_graphql.scalars import URL
from reports_graphql.site.nodes import Node, build_nodes
from reports_graphql.site.pages import site_loaders, window_slice

Info = GraphQLResolveInfo


@dataclass(frozen=True)
class Move:
    """A redirect, and the page that it leads to."""

    redirect: Redirect
    page: Node | None


def current_site(_: None, info: Info) -> Any:
    """The site that the request is for: there is no way to ask for another."""
    return info.context.perspective.site


def root_page(of: Site, info: Info) -> Node | None:
    return site_loaders(info).by_path.get(of.root_page.path)


def site_url(of: Site, info: Info) -> URL:
    return URL(of.root_url)


def site_language(of: Site, info: Info) -> str:
    return site_loaders(info).identity.language


def printed_base(of: Site, info: Info) -> URL | None:
    return web_url(site_loaders(info).identity.printed_base)


def publisher(of: Site, info: Info) -> str:
    return site_loaders(info).identity.publisher


def licence(of: Site, info: Info) -> SiteIdentity | None:
    identity = site_loaders(info).identity
    return identity if identity.licence_name else None


def licence_url(of: SiteIdentity, info: Info) -> URL | None:
    return web_url(of.licence_url)


def web_url(stored: str) -> URL | None:
    address = sanitize_web_address(stored)
    return URL(address) if address else None


def public_redirects(info: Info) -> QuerySet[Redirect]:
    found = info.context.perspective.redirects().select_related("redirect_page")
    return found.order_by("old_path", "redirect_page__url_path", "redirect_link")


def list_redirects(_: None, info: Info, **window: Any) -> list[Move]:
    return build_moves(public_redirects(info)[window_slice(**window)])


def redirect_at(_: None, info: Info, path: str) -> Move | None:
    """The one that is in the list for a path: old paths are stored with a slash or without."""
    redirects = public_redirects(info)  # names what was asked for, whatever the path
    if not path.startswith("/") or not path.isprintable():  # databases refuse some of these
        return None
    bare = path.rstrip("/")
    return next(iter(build_moves(redirects.filter(old_path__in=[bare, f"{bare}/"])[:1])), None)


def build_moves(found: Iterable[Redirect]) -> list[Move]:
    rows = list(found)
    targets = build_nodes(row.redirect_page for row in rows if row.redirect_page)
    by_id = {node.page.pk: node for node in targets}
    return [Move(row, by_id.get(row.redirect_page_id)) for row in rows]


def new_url(move: Move, info: Info) -> Any:
    """Not Wagtail's `link`, which asks nobody and costs statements for each redirect."""
    if target := move.redirect.redirect_page:
        return info.context.perspective.path(target)
    return sanitize_address(move.redirect.redirect_link)


def target_page(move: Move, info: Info) -> Node | None:
    return move.page
