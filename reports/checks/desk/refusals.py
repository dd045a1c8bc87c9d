"""How a refused publication is told: beside the draft, which is kept."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

from reports.checks.gate import PublicationRefused, refusal, refused
from reports.models import AnnualReportPage


class RefusalMiddleware:
    """Answers a refused publication with its reasons and the way to the report."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, PublicationRefused):
            return None
        messages.error(request, str(error))
        url = edit_url(error.checked.page)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":  # Wagtail's workflow modal
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def before_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """From the edit view: the draft has been saved by now, so nothing is lost."""
    if isinstance(page, AnnualReportPage) and (found := refused([page])):
        messages.error(request, refusal(found[0]))
        return redirect(edit_url(page))
    return None


def before_bulk(
    request: HttpRequest, action: str, objects: list[Page], view: object
) -> HttpResponse | None:
    """Of a choice of pages, none is published where one has errors: before or after, never half."""
    if action != "publish" or not all(isinstance(page, Page) for page in objects):
        return None
    pages = list(objects)
    if view.cleaned_form.cleaned_data.get("include_descendants"):  # type: ignore[attr-defined]
        for page in objects:
            pages += page.get_descendants().not_live()
    found = refused(pages)
    for checked in found:
        messages.error(request, refusal(checked))
    return redirect(view.next_url) if found else None  # type: ignore[attr-defined]
