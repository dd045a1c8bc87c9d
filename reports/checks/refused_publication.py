"""Shared parts of refused publications: the pages that were chosen, and the link to go on."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.models import Page


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


def lead_to(request: HttpRequest, url: str) -> HttpResponse:
    """Answer with the way to `url`, also where Wagtail's dialog of the workflow asks."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": url})
    return redirect(url)
