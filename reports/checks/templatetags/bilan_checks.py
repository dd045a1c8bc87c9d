"""The findings about a page, for templates that Wagtail renders."""

from typing import Any

from django import template

from reports.checks.admin.template_context import build_context
from reports.checks.check_result import check_latest
from reports.checks.draft_records import is_scheduled, list_publishable
from reports.checks.fullness import build_fullness_context
from reports.checks.refused_publication import edit_url
from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_document
from reports.content.models.snippet import Snippet

register = template.Library()


@register.simple_tag
def checks_of(page: Any) -> dict[str, Any]:
    """The findings about the latest draft of a report; nothing for other pages."""
    report = page.specific if hasattr(page, "specific") else page
    if not isinstance(report, AnnualReportPage):
        return {}
    checked = check_latest(report)
    return {
        **build_context(checked),
        "progress": {
            **build_fullness_context(checked.fullness),
            "readonly": True,
            "edit_url": edit_url(report),
        },
        "errors": checked.errors,
    }


@register.simple_tag
def publishable_records(page: Any, user: Any) -> list[Snippet]:
    """The drafts that become public with a report, if its approval publishes it at once: those
    that it refers to, and that a user may publish.
    """
    report = page.specific if hasattr(page, "specific") else page
    if not isinstance(report, AnnualReportPage):
        return []
    state = report.current_workflow_state
    if state is None or not state.is_at_final_task:
        return []
    draft = report.get_latest_revision_as_object()
    return [] if is_scheduled(draft) else list_publishable(read_document(draft), user)
