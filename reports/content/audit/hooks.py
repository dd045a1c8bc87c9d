"""Registers the audit log in the reports menu of the admin."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from reports.content.audit.views import PERMISSION, AuditLog


class AuditMenuItem(MenuItem):
    """The menu entry of the audit log, for those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


def admin_urls() -> Sequence[URLPattern]:
    return [
        path("journal/", AuditLog.as_view(), name="audit_log"),
        path("journal/lignes/", AuditLog.as_view(results_only=True), name="audit_log_results"),
    ]


def menu_item() -> MenuItem:
    return AuditMenuItem(
        AuditLog.page_title, reverse("audit_log"), icon_name=AuditLog.header_icon, order=1100
    )


def register_hooks() -> None:
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_reports_menu_item", menu_item)
