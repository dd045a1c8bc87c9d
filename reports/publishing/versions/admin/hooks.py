"""Registers versions in the admin: URLs and the reports menu."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from reports.publishing.versions.admin import views

LABEL = "Versions publiées"


def admin_urls() -> Sequence[URLPattern]:
    return [
        path("bilan/versions/", views.list_versions, name="report_versions_list"),
        path(
            "bilan/versions/<int:pk>/retirer/", views.withdraw_view, name="report_version_withdraw"
        ),
    ]


class VersionsMenuItem(MenuItem):
    """The menu entry of versions, for users who may withdraw one."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(views.PERMISSION))


def menu_item() -> MenuItem:
    return VersionsMenuItem(LABEL, reverse("report_versions_list"), icon_name="history", order=610)


def register_hooks() -> None:
    """Register the URLs and the menu entry with Wagtail."""
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_reports_menu_item", menu_item)
