"""Template tags with the findings about a report, for templates that Wagtail renders."""

from typing import Any

from django import template

from reports.checks.admin.template_context import build_context
from reports.checks.check_result import check_latest
from reports.checks.fullness import build_fullness_context
from reports.checks.gate import is_at_last_step
from reports.checks.record_messages import describe_plan
from reports.checks.refused_publication import edit_url
from reports.content.models import AnnualReportPage

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
def record_sentences(page: Any, user: Any) -> list[str]:
    """The sentences that say which drafts become public with a report, if its next approval
    publishes it, and which do not.
    """
    report = page.specific if hasattr(page, "specific") else page
    if not isinstance(report, AnnualReportPage) or not is_at_last_step(report):
        return []
    return describe_plan(report.get_latest_revision_as_object(), user)
