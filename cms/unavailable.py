from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reports_graphql.errors import RETRY_AFTER, incident


class UnavailableMiddleware:
    """503 for every door while the database is gone, instead of an error of ours.

    The graph answers for itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, cause: Exception) -> HttpResponse | None:
        if not isinstance(cause, OperationalError | InterfaceError):
            return None
        number = incident("Database gone: incident %s", cause)
        response = render(request, "503.html", {"incident": number}, status=503)
        response["Retry-After"] = RETRY_AFTER
        response["Cache-Control"] = "no-store"
        return response
