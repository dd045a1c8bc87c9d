"""Answers a refused publication in the admin with a message; the draft stays saved."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from wagtail.models import Page

from reports.checks.check_result import CheckResult
from reports.checks.finding import Finding
from reports.checks.gate import PublicationRefused, find_refused
from reports.checks.refused_publication import (
    build_refusal_context,
    edit_url,
    list_bulk_pages,
    redirect_to,
)
from reports.content.models import AnnualReportPage


class RefusalMiddleware:
    """Turns `PublicationRefused` into a message with the reasons, and redirects to the report."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, PublicationRefused):
            return None
        show_refusal(request, error.checked, error.errors)
        return redirect_to(request, edit_url(error.checked.page))


def show_refusal(request: HttpRequest, checked: CheckResult, errors: list[Finding]) -> None:
    """Say why a report is not published, with links to what is left to do."""
    context = build_refusal_context(checked, errors)
    html = render_to_string("reports/checks/refusal.html", context, request)
    messages.error(request, html, extra_tags="safe")


def before_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to publish from the edit view. The draft has been saved by now, so nothing is lost."""
    if isinstance(page, AnnualReportPage) and (refused := find_refused([page])):
        show_refusal(request, refused[0], refused[0].errors)
        return redirect(edit_url(page))
    return None


def before_bulk(
    request: HttpRequest, action: str, objects: list[Page], view: object
) -> HttpResponse | None:
    """Publish none of the chosen pages where one has errors: all or nothing, never half."""
    refused = find_refused(list_bulk_pages(action, objects, view))
    for checked in refused:
        show_refusal(request, checked, checked.errors)
    return redirect(view.next_url) if refused else None  # type: ignore[attr-defined]
