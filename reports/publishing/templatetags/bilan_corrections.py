"""Template tag for the approval dialog: the questions that have to be answered."""

from typing import Any

from django import template

from reports.checks.gate import is_at_last_step
from reports.content.models import AnnualReportPage
from reports.publishing.corrections.admin.forms import AnswerForm
from reports.publishing.corrections.admin.views import build_forms
from reports.publishing.corrections.questions import compare_with_latest

register = template.Library()


@register.simple_tag
def questions_of(obj: Any, form: Any) -> list[AnswerForm]:
    """Return a form for each question if the next approval of a report publishes it."""
    report = obj.specific if hasattr(obj, "specific") else obj
    if not isinstance(report, AnnualReportPage) or not is_at_last_step(report):
        return []
    revision = report.get_latest_revision()
    comparison = compare_with_latest(revision.as_object())
    forms = build_forms(comparison, revision.pk, form.data if form.is_bound else None)
    for each in forms:
        each.is_valid()
    return forms
