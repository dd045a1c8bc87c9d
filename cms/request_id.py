"""The number of a request, which its log lines carry."""

import os
import re
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
IN_META = "HTTP_X_REQUEST_ID"
ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")  # nothing that could forge a line of a log
CURRENT: ContextVar[str] = ContextVar("request_id", default="")


class RequestIdMiddleware:
    """Take the number that a proxy gives, and send it back; or make one for the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.META.get(IN_META, "")  # `request.headers` would read all of them
        accepted = ACCEPTED.fullmatch(given) is not None
        # not reset afterwards: Django logs an answer such as 404 when all middleware has ended
        CURRENT.set(given if accepted else os.urandom(16).hex())
        response = self.get_response(request)
        if accepted:
            response[HEADER] = given
        return response
