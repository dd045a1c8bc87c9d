"""Registers the import in Wagtail's admin: URLs, a button and entries of the history."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.module_loading import import_string
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from reports.authoring.home.shortcuts import Link, register_report_source
from reports.content.models import ReportIndexPage, User
from reports.exchange.importing.admin.log_action import register_actions


def load_view(path: str) -> Callable[..., HttpResponse]:
    """Return a view whose module is imported by its first request.

    The modules that read documents take 5 MiB of memory, and most processes never read one.
    """

    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = import_string(f"reports.exchange.importing.admin.{path}")
        answer = found.as_view() if hasattr(found, "as_view") else found
        response: HttpResponse = answer(request, *args, **kwargs)
        return response

    return view


def list_urls() -> Sequence[URLPattern]:
    """Return the URLs of the import form, the account and pasting."""
    paste = load_view("paste.read_clipboard")
    form, account = load_view("views.ImportReport"), load_view("views.ImportAccount")
    return [
        path("bilan/coller/", paste, name="bilan_paste_new"),
        path("bilan/coller/<int:page_id>/", paste, name="bilan_paste"),
        path("bilan/importer/<int:index_id>/", form, name="bilan_import"),
        path("bilan/importer/compte-rendu/<int:page_id>/", account, name="bilan_import_account"),
    ]


def list_index_buttons(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button in the menu of the list of reports."""
    if view_name != "index" or page.specific_class is not ReportIndexPage:
        return
    if page.permissions_for_user(user).can_add_subpage():
        link = link_to_form(page)
        yield Button(link.text, link.url, icon_name="upload", priority=14)


def link_to_form(index: Page) -> Link:
    return Link("Importer un document", reverse("bilan_import", args=[index.pk]))


def connect() -> None:
    """Register the hooks of the import with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("register_page_header_buttons", list_index_buttons)
    hooks.register("register_log_actions", register_actions)
    register_report_source(link_to_form)
