"""Helpers for views that refuse a publication: pages concerned, redirect, template context."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

from reports.checks.check_result import CheckResult
from reports.checks.finding import Finding
from reports.checks.fullness import build_fullness_context
from reports.checks.gate import build_refusal_heading

MAX_UNFOLDED_ERRORS = 5  # errors; more of them are folded, with their count


def list_bulk_pages(action: str, objects: list[Page], view: object) -> list[Page]:
    """Return the pages that a bulk action publishes: none where it does something else.

    With the pages below the chosen ones, Wagtail publishes those that are not public.
    """
    if action != "publish" or not all(isinstance(page, Page) for page in objects):
        return []
    pages = list(objects)
    if view.cleaned_form.cleaned_data.get("include_descendants"):  # type: ignore[attr-defined]
        for page in objects:
            pages += page.get_descendants().not_live()
    return pages


def redirect_to(request: HttpRequest, url: str) -> HttpResponse:
    """Answer with the way to `url`, also where Wagtail's dialog of the workflow asks."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": url})
    return redirect(url)


def build_refusal_context(checked: CheckResult, errors: list[Finding]) -> dict[str, Any]:
    """Return what `reports/checks/refusal.html` shows: what is left to fill in, and the errors."""
    others = [error for error in errors if error in checked.broken]
    return {
        **(build_fullness_context(checked.fullness) if checked.remaining else {}),
        "heading": build_refusal_heading(checked, errors),
        "errors": others,
        "folded": len(others) > MAX_UNFOLDED_ERRORS,
        "edit_url": edit_url(checked.page),
        "readonly": True,
    }


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
