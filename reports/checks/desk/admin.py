"""Where the checks are in the admin."""

from collections.abc import Sequence
from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks, log_actions

from reports.checks import schedule
from reports.checks.desk import preview, refusals, views
from reports.checks.desk.explorer import ReportViewSet


def urls() -> Sequence[URLPattern]:
    one = "bilan/controles/<int:page_id>/"
    return [
        path(one, views.findings, name="bilan_checks"),
        path(f"{one}assumer/", views.assume, name="bilan_checks_assume"),
        path(f"{one}reposer/", views.withdraw, name="bilan_checks_withdraw"),
    ]


def actions(register: Any) -> None:
    @register.register_action(schedule.HELD)
    class Held(log_actions.LogFormatter):
        label = "Retenir une publication programmée"
        message = "Publication programmée retenue : des erreurs sont à corriger"

        def format_message(self, entry: Any) -> str:
            """With each error, for whoever wonders why the report is not out."""
            return " ".join([f"{self.message}.", *entry.data.get("errors", ())])


def connect() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_admin_urls", urls)
    hooks.register("register_admin_viewset", ReportViewSet)
    hooks.register("register_log_actions", actions)
    hooks.register("construct_wagtail_userbar", preview.give_questions)
    hooks.register("before_publish_page", refusals.before_publish)
    hooks.register("before_bulk_action", refusals.before_bulk)
