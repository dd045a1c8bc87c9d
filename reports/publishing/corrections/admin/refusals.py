"""Redirects a publication that lacks answers to the questions about corrections."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from wagtail.admin import messages
from wagtail.models import Page

from reports.checks.refused_publication import list_bulk_pages, redirect_to
from reports.content.models import AnnualReportPage
from reports.publishing.corrections.admin.views import corrections_url, keep_comment
from reports.publishing.corrections.gate import CorrectionsUnanswered, demand_revision_answers


class UnansweredMiddleware:
    """Redirects a publication that lacks answers to the page with the questions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, CorrectionsUnanswered):
            return None
        is_approval = error.page.current_workflow_state is not None
        keep_comment(request, error.page, request.POST.get("comment", ""))
        return redirect_to(request, corrections_url(error.page, is_approval))


def before_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Redirect the edit view before it publishes or schedules. The draft is already saved."""
    if isinstance(page, AnnualReportPage) and find_unanswered([page]):
        return redirect(corrections_url(page))
    return None


def before_bulk(
    request: HttpRequest, action: str, objects: list[Page], view: object
) -> HttpResponse | None:
    """Publish none of the chosen pages if one lacks answers."""
    unanswered = find_unanswered(list_bulk_pages(action, objects, view))
    for error in unanswered:
        url = corrections_url(error.page)
        messages.error(request, format_html('{} <a href="{}">Répondre</a>', error, url))
    return redirect(view.next_url) if unanswered else None  # type: ignore[attr-defined]


def find_unanswered(pages: Iterable[Page]) -> list[CorrectionsUnanswered]:
    """Return the refusals of those pages whose latest draft has unanswered changes."""
    reports = AnnualReportPage.objects.filter(pk__in=[page.pk for page in pages])
    found = []
    for revision in filter(None, (report.get_latest_revision() for report in reports)):
        try:
            demand_revision_answers(revision)
        except CorrectionsUnanswered as unanswered:
            found.append(unanswered)
    return found
