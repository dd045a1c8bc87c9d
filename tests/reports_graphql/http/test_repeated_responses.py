"""A response that is given again is the one that Django would give."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterable
from datetime import timedelta
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError, connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from wagtail.models import Page, Site

from cms.http import repeated_responses
from cms.http.repeated_responses import RepeatingApplication
from cms.operations import metrics
from reports import models
from reports.publishing.previews import links
from reports_graphql.http.metrics import REPEATED
from reports_graphql.http.turns import process_turns
from tests.addresses import draw_address

from ..conftest import Publish
from .conftest import Clock

pytestmark = pytest.mark.usefixtures("keeping", "one_connection")

LIST = "{ reports { totalCount edges { node { title } } } }"
BODY = json.dumps({"query": LIST}).encode()


class Response(NamedTuple):
    status: str
    headers: dict[str, str]
    body: bytes


class Caller:
    """Ask the WSGI application as a server does, and count what it leaves to Django."""

    def __init__(self) -> None:
        self.django, self.asked = WSGIHandler(), 0
        self.application = RepeatingApplication(self.ask_django)

    def ask_django(self, environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        self.asked += 1
        return self.django(environment, start)

    def get(self, query: str = LIST, address: str = "127.0.0.1", **headers: str) -> Response:
        factory = RequestFactory(REMOTE_ADDR=address)
        request = factory.get("/graphql/", {"query": query}, headers=headers)
        return call(self.application, request.environ)

    def post(self, body: bytes = BODY, **headers: str) -> Response:
        return call(self.application, post_environment(body, **headers))


def post_environment(body: bytes, **headers: str) -> dict[str, Any]:
    kind = "application/json"
    request = RequestFactory().post("/graphql/", body, content_type=kind, headers=headers)
    return {**request.environ, "wsgi.input": BytesIO(body)}


def call(application: Any, environment: dict[str, Any]) -> Response:
    told: list[Any] = []
    response = application({**environment}, lambda *said: told.append(said))
    body = b"".join(response)
    if close := getattr(response, "close", None):
        close()
    [(status, headers)] = told
    return Response(status, dict(headers), body)


@pytest.fixture
def caller() -> Caller:
    return Caller()


def test_the_same_request_is_answered_again(caller: Caller, publish: Publish, clock: Clock) -> None:
    publish(2024)
    before = REPEATED._value.get()
    for ask in (caller.get, caller.post):
        assert ask() == ask() == ask()
    assert caller.asked == 2
    assert REPEATED._value.get() == before + 4


def test_django_takes_its_turn(
    caller: Caller, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps it for all that it does, and gives it back."""
    publish(2024)
    monkeypatch.setattr(process_turns(), "free", threading.Semaphore(1))
    free: list[bool] = []

    def ask(environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        free.append(process_turns().free.acquire(blocking=False))
        return caller.ask_django(environment, start)

    caller.application.application = ask
    assert caller.get().status == "200 OK"
    assert free == [False]
    assert process_turns().free.acquire(blocking=False)


def test_a_response_that_is_wrapped(caller: Caller, publish: Publish) -> None:
    """As Sentry does: then it is no response of Django's any more."""
    publish(2024)
    ended: list[bool] = []

    class Wrapped:
        def __init__(self, response: Any) -> None:
            self.response = response

        def __iter__(self) -> Any:
            return iter(self.response)

        def close(self) -> None:
            self.response.close()
            ended.append(True)

    def wrap(environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        return Wrapped(caller.ask_django(environment, start))

    caller.application = RepeatingApplication(wrap)
    assert caller.get().body == caller.get().body
    assert caller.asked == 1
    assert ended == [True]


def test_one_statement(caller: Caller, publish: Publish) -> None:
    publish(2024)
    caller.get()
    with CaptureQueriesContext(connection) as statements:
        caller.get()
    assert len(statements) == 1


@pytest.fixture
def doors(publish: Publish, settings: Any) -> None:
    """Everything that may tell two requests apart does."""
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_HSTS_SECONDS = 60
    settings.USE_X_FORWARDED_HOST = settings.USE_X_FORWARDED_PORT = True
    settings.ALLOWED_HOSTS = ["testserver", "autre.example"]
    publish(2024)
    root = Page.get_first_root_node().add_child(instance=models.HomePage(title="Z", slug="z"))
    known = Site.objects.get(is_default_site=True).root_page
    Site.objects.create(hostname="testserver", port=80, root_page=known)
    Site.objects.create(hostname="autre.example", root_page=root)
    Site.objects.create(hostname="testserver", port=81, root_page=root)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REQUEST_METHOD", "PUT"),
        ("QUERY_STRING", "query={__typename}"),
        ("HTTP_ACCEPT", "application/json"),
        ("wsgi.url_scheme", "https"),
        ("SERVER_NAME", "autre.example"),
        ("SERVER_PORT", "81"),
        ("HTTP_HOST", "autre.example"),
        ("HTTP_HOST", "unknown.example"),
        ("HTTP_X_FORWARDED_HOST", "autre.example"),
        ("HTTP_X_FORWARDED_PORT", "81"),
        ("HTTP_X_FORWARDED_PROTO", "https"),
        ("HTTP_ORIGIN", "https://ailleurs.example"),
        ("HTTP_IF_MATCH", '"rien"'),
        ("HTTP_IF_NONE_MATCH", "*"),
    ],
)
@pytest.mark.usefixtures("doors")
def test_what_a_response_depends_on(caller: Caller, clock: Clock, name: str, value: str) -> None:
    usual = {**RequestFactory().get("/graphql/", {"query": LIST}).environ, "SERVER_PORT": "80"}
    other = {**usual, name: value}
    said, said_otherwise = (call(caller.django, each) for each in (usual, other))
    assert said != said_otherwise
    for _ in range(2):
        assert call(caller.application, usual) == said
        assert call(caller.application, other) == said_otherwise


def test_the_body_and_its_type(caller: Caller, clock: Clock) -> None:
    usual = post_environment(BODY)
    others = [
        {**usual, "CONTENT_TYPE": "text/plain"},
        post_environment(json.dumps({"query": "{ __typename }"}).encode()),
    ]
    for other in others:
        for each in (usual, other, usual, other):
            said, repeated = (
                call(application, {**each, "wsgi.input": BytesIO(each["wsgi.input"].getvalue())})
                for application in (caller.django, caller.application)
            )
            assert said == repeated
    assert caller.asked == 4


def test_times_are_told_anew(caller: Caller, publish: Publish) -> None:
    caller.get()
    assert "Server-Timing" in caller.get(**{"X-Server-Timing": "1"}).headers
    assert "Server-Timing" not in caller.get().headers


HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Host": st.sampled_from(["testserver", "testserver:81", "localhost", "un.autre.example"]),
        "Accept": st.sampled_from(["*/*", "application/json", "text/html", "image/png", ""]),
        "Origin": st.sampled_from(["https://un.example", "https://deux.example", "null"]),
        "If-None-Match": st.sampled_from(["*", '"un"', "ETAG", 'W/"x", ETAG']),
        "If-Match": st.sampled_from(["*", '"un"', "ETAG"]),
        "X-Preview-Token": st.sampled_from(["", "rien"]),
        "X-Server-Timing": st.just("1"),
        "X-Forwarded-Proto": st.sampled_from(["http", "https"]),
        "X-Forwarded-Host": st.just("ailleurs.example"),
        "X-Request-ID": st.sampled_from(["12345678", "court", "ab cd efgh"]),
        "Content-Type": st.sampled_from(["text/plain", "application/json; charset=latin-1"]),
        "Content-Length": st.sampled_from(["", "x", "2", "99999999"]),
        "Cookie": st.just("sessionid=x"),
        "Authorization": st.just("Bearer x"),
    },
)
ASKED = st.sampled_from(
    [LIST, "{ reports { totalCount } }", "{", "{ nothing }", "query A { __typename } query B { a }"]
)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    method=st.sampled_from(["GET", "POST", "HEAD", "PUT", "OPTIONS"]), text=ASKED, headers=HEADERS
)
def test_what_django_says(
    publish: Publish, clock: Clock, method: str, text: str, headers: dict[str, str]
) -> None:
    caller = KNOWN.setdefault("caller", Caller())
    etag = caller.get()[1]["ETag"]
    named = {name: value.replace("ETAG", etag) for name, value in headers.items()}
    body = json.dumps({"query": text}).encode() if method == "POST" else b""
    path = f"/graphql/?query={text}" if method != "POST" else "/graphql/"
    kind = "application/json"
    request = RequestFactory().generic(method, path, body, content_type=kind, headers=named)

    def ask(application: Any) -> Response:
        found = call(application, {**request.environ, "wsgi.input": BytesIO(body)})
        timed = {k: "" if k == "Server-Timing" else v for k, v in found.headers.items()}
        return found._replace(headers=timed)

    said = ask(caller.django)
    assert ask(caller.application) == said
    assert ask(caller.application) == said


KNOWN: dict[str, Caller] = {}


def test_something_else_is_public(caller: Caller, publish: Publish) -> None:
    report = publish(2024)
    assert b"Bilan 2024" in caller.get().body
    report.unpublish()
    assert b"Bilan 2024" not in caller.get().body
    assert b"Bilan 2024" not in caller.get().body
    assert caller.asked == 2


def test_a_clock_that_passes_an_expiry(caller: Caller, publish: Publish, clock: Clock) -> None:
    publish(2024, expire_at=clock.now + timedelta(minutes=5))
    lives = [
        caller.get().headers["Cache-Control"] for _ in range(2) if not clock.advance(seconds=9)
    ]
    assert lives[0] != lives[1]
    clock.advance(minutes=5)
    assert b"Bilan 2024" not in caller.get().body


def test_a_draft_is_not_repeated(caller: Caller, publish: Publish) -> None:
    report = publish(2024)
    report.title = "Brouillon"
    report.save_revision()
    link = links.make_review(models.User.objects.create_superuser("a"), report, 7, "")
    token = links.build_token(link)
    query = "{ report(year: 2024) { title } }"
    for _ in range(2):
        assert b"Brouillon" in caller.get(query, **{"X-Preview-Token": token}).body
        assert b"Brouillon" not in caller.get(query).body
    assert caller.asked == 3


def test_what_is_not_whole_is_not_repeated(caller: Caller) -> None:
    for query in ("{ nothing }", "{"):
        assert caller.get(query).status.startswith("400")
        assert caller.get(query).status.startswith("400")
    assert caller.asked == 4


def test_a_client_that_has_asked_enough(caller: Caller, settings: Any) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "3/minute"
    address, headers = draw_address(), {"X-Request-ID": "12345678"}
    statuses = [caller.get(address=address, **headers).status[:3] for _ in range(5)]
    assert statuses == ["200", "200", "200", "429", "429"]


def test_a_database_that_is_gone(
    caller: Caller, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(2024)
    caller.get()

    def fail() -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(repeated_responses, "read_content_version", fail)
    assert b"Bilan 2024" in caller.get().body
    assert caller.asked == 2


def test_each_has_its_number(caller: Caller) -> None:
    for number in ("un-numero", "un-autre-numero"):
        assert caller.get(**{"X-Request-ID": number}).headers["X-Request-ID"] == number
    assert "X-Request-ID" not in caller.get().headers
    assert caller.asked == 1


def test_it_is_counted(caller: Caller, settings: Any) -> None:
    caller.get()
    settings.METRICS_TOKEN = "secret"
    counted = metrics.REQUESTS.labels("graphql", 200)._value
    before = counted.get()
    caller.get()
    assert counted.get() == before + 1


def test_a_document_with_its_hash_is_kept_again(caller: Caller) -> None:
    persisted = {"version": 1, "sha256Hash": hashlib.sha256(LIST.encode()).hexdigest()}
    body = json.dumps({"query": LIST, "extensions": {"persistedQuery": persisted}}).encode()
    assert caller.post(body) == caller.post(body)
    assert caller.asked == 2


def test_a_body_that_ends_early(caller: Caller) -> None:
    environment = post_environment(BODY)
    environment["wsgi.input"] = BytesIO(BODY[:-3])
    assert call(caller.application, environment) == call(caller.django, environment)


def test_other_paths(caller: Caller) -> None:
    environment = RequestFactory().get("/health/live").environ
    assert call(caller.application, environment).body == call(caller.django, environment).body
