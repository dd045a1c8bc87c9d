"""Middleware with rate limits per client, for requests that no cache answers."""

from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from limits import parse

from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit

NOT_FOUND = 404
LOOKUPS_PER_PAGE = 5  # times the rate of pages: pages and absences together, before anybody looks


class RateMiddleware:
    """Counts uncached requests: pages, CSV files, redirects, absent addresses, files.

    It comes after the middleware that answers from memory or with static files. Absent addresses
    have a rate of their own: a client that follows many dead links, or shares a network with one
    that does, still gets the pages that exist.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if path == reverse("health") or path.startswith(reverse("wagtailadmin_home")):
            return self.get_response(
                request
            )  # the one costs nothing, the other asks for an account
        try:
            if path.startswith((settings.MEDIA_URL, "/documents/")):
                rate_limit.spend_rate(request.META, "file", settings.FILES_RATE, 1)
                return self.get_response(request)
            rate_limit.spend_rate(request.META, "lookup", multiply(settings.PAGES_RATE), 1)
            rate_limit.spend_rate(request.META, "page", settings.PAGES_RATE, 1, counts=False)
            response = self.get_response(request)
            if response.status_code == NOT_FOUND:
                rate_limit.spend_rate(request.META, "absence", settings.ABSENCES_RATE, 1)
        except Refusal as refusal:
            return refuse_request(request, refusal)
        if response.status_code != NOT_FOUND:
            count_page(request)
        return response


def count_page(request: HttpRequest) -> None:
    """Count a page that has been made: the next one is refused if there were too many."""
    with suppress(Refusal):
        rate_limit.spend_rate(request.META, "page", settings.PAGES_RATE, 1)


@lru_cache(8)
def multiply(rate: str) -> str:
    """Return the common rate of pages and absent addresses; empty if pages have no rate."""
    if not rate:
        return ""
    item = parse(rate)
    return f"{LOOKUPS_PER_PAGE * item.amount} per {item.multiples} {item.GRANULARITY.name}"


def refuse_request(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Return a page that says how long to wait."""
    response = render(request, "429.html", status=refusal.status)
    response["Retry-After"] = refusal.headers["Retry-After"]
    response["Cache-Control"] = "no-store"
    return response
