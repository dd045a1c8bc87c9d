"""How often one client may ask for what costs something each time it is asked for."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit


class RateMiddleware:
    """Count requests that nothing kept could answer: pages, CSV files, redirects, absences, files.

    It stands behind what answers from memory or from static files.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            spend_allowance(request)
        except Refusal as refusal:
            return refuse_request(request, refusal)
        return self.get_response(request)


def spend_allowance(request: HttpRequest) -> None:
    """Count a request under the rate of its path. Raises `Refusal` where there were too many."""
    path = request.path_info
    if path == reverse("health") or path.startswith(reverse("wagtailadmin_home")):
        return  # the one costs nothing, the other asks for an account
    if path.startswith((settings.MEDIA_URL, "/documents/")):
        rate_limit.spend_rate(request.META, "file", settings.FILES_RATE, 1)
    else:
        rate_limit.spend_rate(request.META, "page", settings.PAGES_RATE, 1)


def refuse_request(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Return a page that says how long to wait."""
    response = render(request, "429.html", status=refusal.status)
    response["Retry-After"] = refusal.headers["Retry-After"]
    response["Cache-Control"] = "no-store"
    return response
