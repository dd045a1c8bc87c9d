"""The links at the top of the home page: the last edited page, a new report, and the guide."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.permissions import page_permission_policy

from reports.authoring.home.line import edit_url, title
from reports.content.models import AnnualReportPage, ReportIndexPage


class Link(NamedTuple):
    """A link of the home page."""

    text: str
    url: str


ReportSource = Callable[[ReportIndexPage], Link]
_sources: list[ReportSource] = []


def register_report_source(source: ReportSource) -> None:
    """Register a link for making a report from another source, such as a file."""
    _sources.append(source)


def list_shortcuts(user: Any) -> list[Link]:
    """Return the links in order; the last edited page is first, as most users come back to it."""
    return [
        *shortcut_to_last_edit(user),
        *shortcut_to_new_report(user),
        Link("Guide de l’édition", reverse("bilan_help")),
    ]


def shortcut_to_new_report(user: Any) -> list[Link]:
    """Return the links for making a report, from another report or from a source, if `user` may."""
    may = page_permission_policy.instances_user_has_permission_for(user, "add")
    index = ReportIndexPage.objects.filter(pk__in=may.values("pk")).first()
    if index is None:
        return []
    from_others = [source(index) for source in _sources]
    if not AnnualReportPage.objects.child_of(index).exists():
        return from_others
    return [Link("Nouveau bilan", reverse("bilan_begin", args=[index.pk])), *from_others]


def shortcut_to_last_edit(user: Any) -> list[Link]:
    """Return the link to the page that `user` edited last and may still edit."""
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    entries = PageLogEntry.objects.filter(
        user=user, action__in=("wagtail.edit", "wagtail.create"), page__in=editable.values("pk")
    )
    last = entries.select_related("page").order_by("-timestamp").first()
    if last is None:
        return []
    return [Link(f"Continuer : {title(last.page)}", edit_url(last.page, user))]
