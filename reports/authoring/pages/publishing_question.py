"""Asks before a page is published or scheduled: shows its time, and what is unfinished.

Wagtail only asks whether the review in progress may end, in the same words for an immediate and for
a scheduled publication.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.models import Comment, Page

from reports.checks.check_result import check_report
from reports.checks.record_messages import describe_plan
from reports.content.models import AnnualReportPage
from reports.content.wagtail_names import ConfirmWorkflowCancellationView

TEMPLATE = "reports/editorial/publish.html"


class PublishingQuestion(ConfirmWorkflowCancellationView):
    """The view that asks before a publication, or answers that no confirmation is needed."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.object.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        asked = describe_publication(self.object, request.user)
        if any(asked.values()):
            step, template = "confirm", TEMPLATE
        else:
            step, template = "no_confirmation_needed", ""
        context = {**asked, "page": self.object}
        answer: HttpResponse = render_modal_workflow(
            request, template, None, context, json_data={"step": step}
        )
        return answer


def describe_publication(page: Page, user: Any) -> dict[str, Any]:
    """Return when and with which records the latest draft would be published, and what is open.

    That includes the review that would end, and the numbers of warnings and of comments.
    """
    draft = page.get_latest_revision_as_object()
    state = page.current_workflow_state
    task = state.current_task_state if state else None
    is_report = isinstance(draft, AnnualReportPage)
    return {
        "records": describe_plan(draft, user) if is_report else [],
        "hour": read_hour(draft),
        "task": task.task.name if task else "",
        "warnings": len(check_report(draft).warnings) if is_report else 0,
        "comments": Comment.objects.filter(page_id=page.pk, resolved_at__isnull=True).count(),
    }


def read_hour(draft: Page) -> datetime | None:
    """Return the time at which a draft would become public; None for immediately."""
    hour: datetime | None = draft.go_live_at
    return hour if hour and hour > timezone.now() else None


def publishing_urls() -> list[URLPattern]:
    """Return the URL that precedes Wagtail's own, which keeps its name."""
    view = never_cache(require_admin_access(PublishingQuestion.as_view()))
    return [path("pages/workflow/confirm_cancellation/<int:page_id>/", view)]
