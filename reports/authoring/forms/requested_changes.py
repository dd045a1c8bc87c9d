"""Shows the request for changes above the form of a page or record that was sent back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.template.defaultfilters import linebreaks_filter
from django.utils.html import format_html
from wagtail.models import WorkflowState

from reports.authoring.home.review import list_requested_changes


def show_requested_changes(request: HttpRequest, obj: Any) -> None:
    """Show who requests which changes, until the draft is submitted again."""
    state = getattr(obj, "current_workflow_state", None)
    if request.method != "GET" or state is None:
        return
    step = state.current_task_state
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES and step is not None:
        words = linebreaks_filter(step.comment.strip())
        message = format_html("<strong>{}.</strong>{}", list_requested_changes(step), words)
        messages.warning(request, message)
