"""Middleware that limits the threads used by uncached pages, the admin and files."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.http.unavailable import build_page
from reports_graphql.errors import Refusal
from reports_graphql.http.admission import process_admission

# Addresses that ask the database for no more than whether it is there.
QUICK = ("health", "schema", "security_txt")


class AdmissionMiddleware:
    """Admits a limited number of requests at a time, so that some threads stay free.

    It comes after the middleware that answers from memory or with static files. The GraphQL
    endpoint has its own admission.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.quick = tuple(map(reverse, QUICK))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info in self.quick:
            return self.get_response(request)
        try:
            with process_admission().enter():
                return self.get_response(request)
        except Refusal as refusal:
            return build_page(request, retry_after=refusal.headers["Retry-After"])
