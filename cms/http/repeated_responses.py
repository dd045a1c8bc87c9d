"""Repeats responses of the graph from memory, without calling Django.

Readers and frontends send the same requests again and again. What Django does for each (a request
object, signals, middleware, ten headers) takes several times as long as finding a cached answer.
"""

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from django.db import Error, close_old_connections
from django.urls import reverse
from django.utils import timezone

from cms.http.request_id import HEADER, number_request
from cms.operations import metrics
from reports.core.document.recent_values import RecentValues
from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit
from reports_graphql.http.content_version import ContentVersion, read_content_version
from reports_graphql.http.delivery import cache_control
from reports_graphql.http.metrics import REPEATED
from reports_graphql.http.turns import process_turns
from reports_graphql.http.view import REPEATABLE

Headers = list[tuple[str, str]]
Environment = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environment, StartResponse], Iterable[bytes]]
Key = tuple[str, ...]

MAX_CACHED_BYTES = 8_388_608  # bytes of bodies
MAX_KEY_CHARACTERS = 8_192
# All that a response may depend on beside the body and the header that tells of HTTPS.
KEY_VARIABLES = (
    *("REQUEST_METHOD", "QUERY_STRING", "CONTENT_TYPE", "HTTP_ACCEPT"),
    *("wsgi.url_scheme", "SERVER_NAME", "SERVER_PORT", "HTTP_HOST", "HTTP_X_FORWARDED_HOST"),
    *("HTTP_X_FORWARDED_PORT", "HTTP_ORIGIN", "HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH"),
)
# Requests with one of these are answered anew: drafts and times are nobody else's.
UNCACHED_VARIABLES = ("HTTP_X_PREVIEW_TOKEN", "HTTP_X_SERVER_TIMING")
VOLATILE_HEADERS = {"Cache-Control", HEADER}  # headers that are another at each time


@dataclass(frozen=True)
class Repeated:
    """A response stored at a content version, without the headers that change each time."""

    version: ContentVersion
    status: str
    headers: Headers
    body: bytes
    is_public: bool  # whether caches may keep it, for a time that is told anew

    def list_headers(self, number: str) -> Headers:
        until = self.version.until
        lifetime = cache_control(timezone.now(), until) if self.is_public else "no-store"
        changing = [("Cache-Control", lifetime)] + ([(HEADER, number)] if number else [])
        return self.headers + changing


class RepeatingApplication:
    """A WSGI application that repeats the response to an equal request at the same content version.

    It only repeats what the view of the graph marks as `REPEATABLE`: complete, public answers.
    Everything else, failures included, is left to Django.
    """

    def __init__(self, application: Application) -> None:
        self.application = application
        self.path = reverse("graphql")
        self.key_variables = *KEY_VARIABLES, *(settings.SECURE_PROXY_SSL_HEADER or ())[:1]
        self.responses: RecentValues[Repeated] = RecentValues(
            MAX_CACHED_BYTES, lambda each: len(each.body)
        )

    def __call__(self, environment: Environment, start_response: StartResponse) -> Iterable[bytes]:
        key = self.build_key(environment) if environment["PATH_INFO"] == self.path else None
        if key is None:
            return self.application(environment, start_response)
        began = time.perf_counter()
        repeated = self.find(key, environment)
        if repeated is None:
            return self.ask(key, environment, start_response)
        start_response(repeated.status, repeated.list_headers(number_request(environment)))
        REPEATED.inc()
        if settings.METRICS_TOKEN:
            code, seconds = int(repeated.status[:3]), time.perf_counter() - began
            metrics.count_request(self.path, code, seconds)
        return [repeated.body]

    def build_key(self, environment: Environment) -> Key | None:
        """Return everything in a request that the response depends on; None if it is not
        repeated.
        """
        if any(name in environment for name in UNCACHED_VARIABLES):
            return None
        method = environment["REQUEST_METHOD"]
        if method == "GET":
            body = ""
        elif method == "POST" and (read := read_body(environment)) is not None:
            body = hashlib.blake2b(read, digest_size=32).hexdigest()
        else:
            return None
        key = (body, *(environment.get(name, "") for name in self.key_variables))
        return key if sum(map(len, key)) <= MAX_KEY_CHARACTERS else None

    def find(self, key: Key, environment: Environment) -> Repeated | None:
        """Return the stored response to an equal request, if the content version is the same."""
        repeated = self.responses.get(key)
        if repeated is None:
            return None
        try:
            if read_content_version() != repeated.version:
                return None
            rate_limit.spend_request(environment)
        except (Error, Refusal):
            return None  # Django says what is wrong
        finally:
            close_old_connections()
        return repeated

    def ask(
        self, key: Key, environment: Environment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Let Django answer, and store the response if it may be repeated."""
        told: list[tuple[str, Headers]] = []

        def listen(status: str, headers: Headers, *rest: Any) -> Any:
            told.append((status, headers))
            return start_response(status, headers, *rest)

        with process_turns().take():  # what Django does around an operation takes its turn as well
            response = self.application(environment, listen)
            version = environment.get(REPEATABLE)
            if version is None:
                return response
            body = read_response(response)  # of any class: Sentry wraps Django's
        status, headers = told[-1]
        steady = [(name, value) for name, value in headers if name not in VOLATILE_HEADERS]
        is_public = dict(headers).get("Cache-Control") != "no-store"
        self.responses.put(key, Repeated(version, status, steady, body, is_public))
        return [body]


def read_response(response: Iterable[bytes]) -> bytes:
    """Return the body of a response, and end it as a server does."""
    try:
        return b"".join(response)
    finally:
        if close := getattr(response, "close", None):
            close()


def read_body(environment: Environment) -> bytes | None:
    """Return the body of a request, which can then be read again; None for an unusual body.

    A body with both a document and its hash counts as unusual, because the document has to be
    stored.
    """
    length = environment.get("CONTENT_LENGTH") or ""
    if not length.isdecimal() or int(length) > settings.GRAPHQL_MAX_BODY:
        return None
    body: bytes = environment["wsgi.input"].read(int(length))
    environment["wsgi.input"] = BytesIO(body)
    return None if len(body) < int(length) or b"persistedQuery" in body else body
