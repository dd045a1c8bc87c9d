"""The type and the list of redirects: former addresses, and the pages to which they lead."""

from typing import Any

import strawberry
from django.db.models import QuerySet
from strawberry import Parent
from wagtail.contrib.redirects import models

from reports.content.visibility.perspective import Perspective
from reports.core.text.addresses import sanitize_address
from reports_graphql.connection import Connection
from reports_graphql.context import Info
from reports_graphql.pagination import Rows, Slice, paginate_rows
from reports_graphql.row_order import Order
from reports_graphql.site.nodes import build_nodes
from reports_graphql.site.page_types import BY_LEVEL, PageInterface
from reports_graphql.types.model_type import attribute_field

ORDER = Order(models.Redirect, ("old_path",))


def redirect_target(redirect: Parent[Any], info: Info) -> str:
    """Return the address that a redirect leads to.

    Wagtail's own `link` would not ask the gate, and would run statements for each redirect.
    """
    if target := redirect.row.redirect_page:
        return info.context.perspective.path(target)
    return sanitize_address(redirect.row.redirect_link)


@strawberry.type(description="A former address, and where it leads.")
class Redirect:
    row: strawberry.Private[models.Redirect]
    old_path: str = attribute_field("row.old_path", "The former path, without a final slash.")

    new_url: str = strawberry.field(
        resolver=redirect_target,
        description="Where the former path leads: a path of the site, or a complete address "
        "elsewhere.",
    )
    is_permanent: bool = attribute_field(
        "row.is_permanent", "Whether the redirect is permanent (301) or temporary (302)."
    )
    page: PageInterface | None = strawberry.field(
        description="The page that it leads to; null if an address was typed in.",
        metadata=BY_LEVEL,
    )


def list_with_targets(perspective: Perspective) -> QuerySet[models.Redirect]:
    """Return the visible redirects, with the pages to which they lead."""
    return perspective.redirects().select_related("redirect_page")


def list_in_order(perspective: Perspective) -> QuerySet[models.Redirect]:
    """Return the visible redirects in the order in which a path is looked up."""
    found = list_with_targets(perspective)
    return found.order_by("old_path", "redirect_page__url_path", "redirect_link")


def paginate_redirects(perspective: Perspective, window: Slice) -> Connection[Any]:
    """Return a page of the redirects that may be seen."""
    page = paginate_rows(perspective, Rows(list_with_targets), ORDER, window)
    redirects = build_redirects(page.rows)
    return Connection.from_page(page, ORDER, lambda row: redirects[row.pk])


def find_redirect(perspective: Perspective, path: str) -> Redirect | None:
    """Return the first in the list at a path: old paths are stored with a slash or without."""
    if not path.startswith("/") or not path.isprintable():  # databases refuse some of these
        perspective.redirects()  # names what was asked for, whatever the path
        return None
    bare = path.rstrip("/")
    found = perspective.fetch_visible(list_in_order, old_path=[bare, f"{bare}/"])
    return next(iter(build_redirects(found[:1]).values()), None)


def build_redirects(rows: list[models.Redirect]) -> dict[int, Redirect]:
    """Return redirects with the pages that they lead to, by the id of the row."""
    targets = build_nodes(row.redirect_page for row in rows if row.redirect_page)
    nodes = {node.page.pk: node for node in targets}
    return {row.pk: Redirect(row=row, page=nodes.get(row.redirect_page_id)) for row in rows}
