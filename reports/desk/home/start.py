"""Where to go on from: what one has edited last, and links that everybody needs."""

from typing import Any, NamedTuple

from wagtail.models import PageLogEntry
from wagtail.permissions import page_permission_policy

from reports.desk.home.line import edit_url, title


class Link(NamedTuple):
    text: str
    url: str


# A new report, the guide…: shown to everybody after « Continuer », in this order.
LINKS: tuple[Link, ...] = ()


def links(user: Any) -> list[Link]:
    return [*go_on(user), *LINKS]


def go_on(user: Any) -> list[Link]:
    """To the page that `user` has edited last and still may edit."""
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    entries = PageLogEntry.objects.filter(
        user=user, action__in=("wagtail.edit", "wagtail.create"), page__in=editable.values("pk")
    )
    last = entries.select_related("page").order_by("-timestamp").first()
    if last is None:
        return []
    return [Link(f"Continuer : {title(last.page)}", edit_url(last.page, user))]
