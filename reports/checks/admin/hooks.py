"""Hooks of Wagtail that bring the checks into the admin."""

from collections.abc import Sequence
from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks, log_actions

from reports.checks import schedule
from reports.checks.admin import preview, refusals, views
from reports.checks.admin.explorer import ReportViewSet


def build_urls() -> Sequence[URLPattern]:
    one = "bilan/controles/<int:page_id>/"
    return [
        path(one, views.show_findings, name="bilan_checks"),
        path(f"{one}assumer/", views.acknowledge_warnings, name="bilan_checks_assume"),
        path(f"{one}reposer/", views.withdraw_acknowledgements, name="bilan_checks_withdraw"),
    ]


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
    hooks.register("register_log_actions", register_log_actions)
    hooks.register("construct_wagtail_userbar", preview.replace_content_checker)
    hooks.register("before_publish_page", refusals.before_publish)
    hooks.register("before_bulk_action", refusals.before_bulk)
