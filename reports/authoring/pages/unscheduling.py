"""Cancels a scheduled publication, so that the draft can be published at once.

Wagtail removes the revision from the queue but leaves the time in the draft, so that publishing it
would schedule it again.
"""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.models import Page, Revision

from reports.content.wagtail_names import RevisionsUnscheduleView

NOT_RESUMED = (
    "La relecture que la programmation a terminée n’est pas reprise : vous pouvez publier, ou "
    "soumettre de nouveau."
)


class UnscheduleView(RevisionsUnscheduleView):
    """Wagtail's view that cancels a schedule, which here also removes the time from the drafts."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            answer: HttpResponse = super().post(request, *args, **kwargs)
            forget_hour(self.object, self.revision)
        if self.object.workflow_states.exists() and not self.object.workflow_in_progress:
            messages.info(request, NOT_RESUMED)
        return answer


def forget_hour(page: Page, cancelled: Revision) -> None:
    """Remove the time from a page, its latest draft and the cancelled revision."""
    Page.objects.filter(pk=page.pk, go_live_at__gt=timezone.now()).update(go_live_at=None)
    for revision in Revision.objects.filter(pk__in={page.latest_revision_id, cancelled.pk}):
        if revision.content.get("go_live_at"):
            revision.content["go_live_at"] = None
            revision.save(update_fields=["content"])


def unscheduling_urls() -> list[URLPattern]:
    """Return the URL that precedes Wagtail's own, which keeps its name."""
    view = never_cache(require_admin_access(UnscheduleView.as_view()))
    return [path("pages/<int:page_id>/revisions/<int:revision_id>/unschedule/", view)]
