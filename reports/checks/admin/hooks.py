"""Wagtail hooks of the checks: URLs, columns, a menu entry, log actions, refused publications."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks, log_actions
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from reports.checks import record_messages, schedule
from reports.checks.admin import preview, refusals, views
from reports.checks.admin.budget_totals import show_totals
from reports.checks.admin.explorer import ReportViewSet
from reports.checks.admin.silenced import LABEL, SilencedFindings, end_silence

SILENCED = "bilan/sourdine/"


def build_urls() -> Sequence[URLPattern]:
    one = "bilan/controles/<int:page_id>/"
    return [
        path(one, views.show_findings, name="bilan_checks"),
        path(f"{one}assumer/", views.acknowledge_warnings, name="bilan_checks_assume"),
        path(f"{one}reposer/", views.withdraw_acknowledgements, name="bilan_checks_withdraw"),
        path(f"{one}taire/", views.silence_warnings, name="bilan_checks_silence"),
        path("bilan/totaux/", show_totals, name="bilan_totals"),
        path(SILENCED, SilencedFindings.as_view(), name="bilan_silenced"),
        path(f"{SILENCED}<int:pk>/reprendre/", end_silence, name="bilan_silence_end"),
    ]


class SilencedMenuItem(MenuItem):
    """The menu entry of silenced findings, shown to users who may edit at least one page."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, {"change"}))


def build_menu_item() -> MenuItem:
    return SilencedMenuItem(LABEL, reverse("bilan_silenced"), icon_name="no-view", order=610)


def register_log_actions(register: Any) -> None:
    @register.register_action(schedule.HELD)
    class Held(log_actions.LogFormatter):
        label = "Retenir une publication programmée"
        message = "Publication programmée retenue : des erreurs sont à corriger"

        def format_message(self, entry: Any) -> str:
            """Return the message with each error, for whoever wonders why the report is not out."""
            return " ".join([f"{self.message}.", *entry.data.get("errors", ())])


def connect() -> None:
    """Register the hooks of Wagtail that bring the checks into the admin."""
    hooks.register("register_admin_urls", build_urls)
    hooks.register("register_admin_viewset", ReportViewSet)
    hooks.register("register_reports_menu_item", build_menu_item)
    hooks.register("register_log_actions", register_log_actions)
    hooks.register("construct_wagtail_userbar", preview.replace_content_checker)
    hooks.register("before_publish_page", refusals.before_publish)
    hooks.register("after_publish_page", record_messages.announce_records)
    hooks.register("before_bulk_action", refusals.before_bulk)
