"""Numbers each request, so that its log lines can be found."""

import os
import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
IN_META = "HTTP_X_REQUEST_ID"
ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")  # nothing that could forge a line of a log
CURRENT: ContextVar[str] = ContextVar("request_id", default="")


class RequestIdMiddleware:
    """Takes the request number that a proxy sends and returns it, or makes one for the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = number_request(request.META)
        response = self.get_response(request)
        if given:
            response[HEADER] = given
        return response


def number_request(meta: Mapping[str, Any]) -> str:
    """Set the number for log lines from the `META` of a request; return it if a proxy sent it.

    It remains set after the request, because Django logs answers such as 404 after all middleware.
    """
    given: str = meta.get(IN_META, "")  # `request.headers` would read all of them
    accepted = ACCEPTED.fullmatch(given) is not None
    CURRENT.set(given if accepted else os.urandom(16).hex())
    return given if accepted else ""
