"""The findings about a page, for templates that Wagtail renders."""

from typing import Any

from django import template

from reports.checks.checked import check_latest
from reports.checks.desk.shown import context
from reports.models import AnnualReportPage

register = template.Library()


@register.simple_tag
def checks_of(page: Any) -> dict[str, Any]:
    """The findings about the latest draft of a report; nothing for other pages."""
    report = page.specific if hasattr(page, "specific") else page
    if not isinstance(report, AnnualReportPage):
        return {}
    checked = check_latest(report)
    return {**context(checked), "errors": checked.errors}
