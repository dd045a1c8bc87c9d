from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reports.storage.stored_file import StorageUnavailable
from reports_graphql.errors import DATABASE_GONE, RETRY_AFTER, Refusal, log_incident


class UnavailableMiddleware:
    """503 for what needs the database or the storage of files while one is gone.

    The graph answers for itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, cause: Exception) -> HttpResponse | None:
        if isinstance(cause, Refusal) and cause.status == 503:  # the graph has logged it
            number = str((cause.extensions or {}).get("incident", ""))
        elif isinstance(cause, DATABASE_GONE):
            number = log_incident("Database gone: incident %s", cause)
        elif isinstance(cause, StorageUnavailable):
            number = log_incident("Storage gone: incident %s", cause)
        else:
            return None
        response = render(request, "503.html", {"incident": number}, status=503)
        response["Retry-After"] = RETRY_AFTER
        response["Cache-Control"] = "no-store"
        return response
