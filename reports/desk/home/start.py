"""Where to go on from: what one has edited last, and links that everybody needs."""

from typing import Any, NamedTuple

from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.permissions import page_permission_policy

from reports.desk.home.line import edit_url, title
from reports.models import AnnualReportPage, ReportIndexPage


class Link(NamedTuple):
    text: str
    url: str


def links(user: Any) -> list[Link]:
    """In this order: most people come back to what they left."""
    return [*go_on(user), *begin(user), Link("Guide de l’édition", reverse("bilan_help"))]


def begin(user: Any) -> list[Link]:
    """To the form that makes a report from another one, in the list where `user` may add it."""
    may = page_permission_policy.instances_user_has_permission_for(user, "add")
    index = ReportIndexPage.objects.filter(pk__in=may.values("pk")).first()
    if index is None or not AnnualReportPage.objects.child_of(index).exists():
        return []
    return [Link("Nouveau bilan", reverse("bilan_begin", args=[index.pk]))]


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
