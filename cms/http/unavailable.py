"""Answers 503 while the database or the storage of files is unavailable."""

import sys
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from cms.http.unsaved_form import find_unsaved_form
from reports.content.storage.stored_file import StorageUnavailable
from reports_graphql.errors import RETRY_AFTER, Refusal, is_database_gone, log_incident, log_outage


class UnavailableMiddleware:
    """Answers 503 to requests that need the database or the file storage while one is down.

    The GraphQL endpoint handles this itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, cause: Exception) -> HttpResponse | None:
        return explain_failure(request, cause)


def handle_error(request: HttpRequest) -> HttpResponse:
    """Answer errors outside the middleware, such as a session that could not be saved."""
    cause = sys.exception()
    known = explain_failure(request, cause) if cause else None
    return known or defaults.server_error(request)


def explain_failure(request: HttpRequest, cause: BaseException) -> HttpResponse | None:
    """Return the page for a failure outside our code, and None for any other error."""
    if isinstance(cause, Refusal) and cause.status == 503:  # the graph has logged it
        number = str((cause.extensions or {}).get("incident", ""))
        return build_page(request, number, cause.headers.get("Retry-After", RETRY_AFTER))
    if is_database_gone(cause):
        return build_page(request, log_incident("Incident %s", cause))
    if isinstance(cause, StorageUnavailable):
        return build_page(request, log_outage("Storage", cause))
    return None


def build_page(
    request: HttpRequest,
    incident: str = "",
    retry_after: str = RETRY_AFTER,
    is_readable: bool = True,
) -> HttpResponse:
    """Return a page that says when to try again.

    It contains the form that an editor sent, if the body of the request can be read.
    """
    form = find_unsaved_form(request) if is_readable else None
    context = {"incident": incident, "form": form}
    response = render(request, "503.html", context, status=503)
    response["Retry-After"] = retry_after
    response["Cache-Control"] = "no-store"
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django would add a line
    return response
