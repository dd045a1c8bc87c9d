"""Limits the reading of request bodies by a rate, and to half of the threads at most.

Reading a body holds a thread until its last byte has arrived, and the server sets no time limit.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.http.rates import refuse_request
from cms.http.unavailable import build_page
from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit
from reports_graphql.http.admission import LOG_INTERVAL_SECONDS, build_busy_refusal
from reports_graphql.http.request import REFUSED_BODY
from reports_graphql.http.turns import process_turns

logger = logging.getLogger(__name__)

Environment = dict[str, Any]
Application = Callable[[Environment, Any], Iterable[bytes]]

MAX_WAIT_SECONDS = 0.5  # seconds that a request waits for others to have read theirs
# Seconds that one more waits where a quarter of the threads do: a body that has come is read in far
# less, so that as many whole bodies as threads are all read.
SHORT_WAIT_SECONDS = 0.1


class BodyPlaces:
    """Lets half of the threads read bodies at a time, and a quarter of them wait longer for
    that.
    """

    def __init__(self, threads: int) -> None:
        self.reading = threading.Semaphore(max(1, threads // 2))
        self.waiting = threading.Semaphore(max(1, threads // 4))
        self.quiet_until = 0.0

    def take(self) -> None:
        """Take a place, after a short wait if necessary. Raises `Refusal` if none becomes free."""
        if self.reading.acquire(blocking=False):
            return
        is_patient = self.waiting.acquire(blocking=False)
        try:
            if self.reading.acquire(timeout=MAX_WAIT_SECONDS if is_patient else SHORT_WAIT_SECONDS):
                return
        finally:
            if is_patient:
                self.waiting.release()
        self.warn()
        raise build_busy_refusal()

    def warn(self) -> None:
        """Log a warning, at most once in a while."""
        if (now := time.monotonic()) > self.quiet_until:
            self.quiet_until = now + LOG_INTERVAL_SECONDS
            logger.warning("Busy: half of the threads wait for bodies of requests.")

    def give_back(self) -> None:
        self.reading.release()


class PlacedBody:
    """The body of an admitted request, which frees its place once it has been read."""

    def __init__(self, stream: Any, length: int, give_back: Callable[[], None]) -> None:
        self.stream = stream
        self.left = length
        self.give_back: Callable[[], None] | None = give_back

    def read(self, size: int = -1) -> bytes:
        return self.count(self.stream.read(size), size)

    def readline(self, size: int = -1) -> bytes:
        return self.count(self.stream.readline(size), size)

    def readlines(self, hint: int = -1) -> list[bytes]:
        return list(self)

    def __iter__(self) -> Iterator[bytes]:
        return iter(partial(self.readline), b"")

    def count(self, data: bytes, size: int) -> bytes:
        self.left -= len(data)
        if self.left <= 0 or (size and not data):
            self.end()
        return data

    def end(self) -> None:
        """Free the place, once: at the end of the body, or of a request that does not read it."""
        give_back, self.give_back = self.give_back, None
        if give_back is not None:
            give_back()


class BodyAdmissionApplication:
    """A WSGI application that refuses request bodies beyond the limits before anything reads them.

    Django answers a refused request in the form of its address: `RefusedBodyMiddleware` and the
    view of the graph do so.
    """

    def __init__(self, application: Application, threads: int) -> None:
        self.application = application
        self.places = BodyPlaces(threads)
        self.graph = reverse("graphql")

    def __call__(self, environment: Environment, start_response: Any) -> Iterable[bytes]:
        if f"{environment['PATH_INFO']}/" == self.graph:  # a redirect would lose a body
            environment["PATH_INFO"] = self.graph
        length = read_length(environment)
        if not length:
            return self.application(environment, start_response)
        try:
            self.count_request(environment)
            self.places.take()
        except Refusal as refusal:
            environment[REFUSED_BODY] = refusal
            environment["wsgi.input"] = BytesIO()
            with process_turns().take():  # or all who are refused would be told at once
                return self.application(environment, start_response)
        body = PlacedBody(environment["wsgi.input"], length, self.places.give_back)
        environment["wsgi.input"] = body
        try:
            return self.application(environment, start_response)
        finally:
            body.end()

    def count_request(self, environment: Environment) -> None:
        """Count a request before its body is read: the graph has a rate, and forms have one."""
        if environment["PATH_INFO"] == self.graph:
            rate_limit.spend_request(environment)
            environment[rate_limit.COUNTED] = True
        else:
            rate_limit.spend_rate(environment, "form", settings.FORMS_RATE, 1)


def read_length(environment: Environment) -> int:
    """Return the announced length of a body; 0 if Django would read nothing."""
    try:
        return max(0, int(environment.get("CONTENT_LENGTH") or 0))
    except ValueError:
        return 0


class RefusedBodyMiddleware:
    """Answers requests whose body was refused, except those of the GraphQL endpoint."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        refusal: Refusal | None = request.META.get(REFUSED_BODY)
        if refusal is None:
            return self.get_response(request)
        if refusal.status == 503:
            wait = refusal.headers["Retry-After"]
            return build_page(request, retry_after=wait, is_readable=False)
        return refuse_request(request, refusal)
