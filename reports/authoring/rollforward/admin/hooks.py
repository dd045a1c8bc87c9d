"""Registers the roll-forward in the admin: URLs, buttons, and entries of the history."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks, log_actions
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from reports.authoring.rollforward.admin import views
from reports.authoring.rollforward.new_report import BEGUN
from reports.content.models import AnnualReportPage, ReportIndexPage, User

ICON = "calendar-alt"


def list_urls() -> Sequence[URLPattern]:
    """Return the URLs of the form and of the panel."""
    one = "bilan/a-remplir/<int:page_id>/"
    return [
        path("bilan/nouveau/<int:index_id>/", views.BeginReport.as_view(), name="bilan_begin"),
        path(one, views.list_remaining, name="bilan_remaining"),
        path(f"{one}clore/", views.close_task, name="bilan_remaining_close"),
    ]


def list_index_buttons(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the buttons in the menus of the list of reports and of a report's edit view."""
    if view_name == "index" and page.specific_class is ReportIndexPage:
        reports = AnnualReportPage.objects.child_of(page)
        if page.permissions_for_user(user).can_add_subpage() and reports.exists():
            url = reverse("bilan_begin", args=[page.pk])
            yield Button("Nouveau bilan à partir d’un autre", url, icon_name=ICON, priority=12)
    elif view_name == "edit":
        yield from list_report_buttons(page, user)


def list_report_buttons(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    """Yield the button in the menu of a report, wherever it is listed."""
    if page.specific_class is not AnnualReportPage:
        return
    index = page.get_parent()
    if (
        index.specific_class is ReportIndexPage
        and index.permissions_for_user(user).can_add_subpage()
    ):
        url = f"{reverse('bilan_begin', args=[index.pk])}?source={page.pk}"
        label = f"Nouveau bilan à partir de {page.specific_deferred.year}"
        yield Button(label, url, icon_name=ICON, priority=22)


def register_actions(register: Any) -> None:
    @register.register_action(BEGUN)
    class Begun(log_actions.LogFormatter):
        label = "Commencer un bilan à partir d’un autre"
        message = "Bilan commencé à partir d’un autre"

        def format_message(self, entry: Any) -> str:
            """Return the message with its year, and which version of it."""
            version = "version publiée" if entry.data.get("live") else "dernier brouillon"
            return f"Bilan commencé à partir de celui de {entry.data.get('year')} ({version})"


def connect() -> None:
    """Register the URLs, buttons and log actions with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("register_page_header_buttons", list_index_buttons)
    hooks.register("register_page_listing_more_buttons", list_report_buttons)
    hooks.register("register_log_actions", register_actions)
