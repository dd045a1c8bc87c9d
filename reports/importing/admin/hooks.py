"""Where the import is in the admin: addresses, button, history."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks, log_actions
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from reports.importing.admin import paste, views
from reports.importing.admin.account import IMPORTED
from reports.models import ReportIndexPage, User


def list_urls() -> Sequence[URLPattern]:
    """Return the addresses of the form and of the account."""
    return [
        path("bilan/coller/", paste.read_clipboard, name="bilan_paste_new"),
        path("bilan/coller/<int:page_id>/", paste.read_clipboard, name="bilan_paste"),
        path("bilan/importer/<int:index_id>/", views.ImportReport.as_view(), name="bilan_import"),
        path(
            "bilan/importer/compte-rendu/<int:page_id>/",
            views.ImportAccount.as_view(),
            name="bilan_import_account",
        ),
    ]


def list_index_buttons(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button in the menu of the list of reports."""
    if view_name != "index" or page.specific_class is not ReportIndexPage:
        return
    if page.permissions_for_user(user).can_add_subpage():
        url = reverse("bilan_import", args=[page.pk])
        yield Button("Importer un document", url, icon_name="upload", priority=14)


def register_actions(register: Any) -> None:
    @register.register_action(IMPORTED)
    class Imported(log_actions.LogFormatter):
        label = "Importer un document"
        message = "Document importé"

        def format_message(self, entry: Any) -> str:
            """Return the message with the names of the files."""
            names = ", ".join(entry.data.get("files", ()))
            return f"Document importé : {names}" if names else self.message


def connect() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("register_page_header_buttons", list_index_buttons)
    hooks.register("register_log_actions", register_actions)
