"""Half of the threads read bodies at most; who sends them is counted before they are read."""

import threading
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory

from cms.http import body_admission
from cms.http.body_admission import BodyAdmissionApplication, BodyPlaces, PlacedBody
from cms.http.repeated_responses import RepeatingApplication
from reports.content.models import Picture, User
from reports_graphql.http.turns import CURRENT
from tests.addresses import draw_address

pytestmark = pytest.mark.usefixtures("one_connection")

QUERY = b'{"query": "{ __typename }"}'
ADMIN = "/admin/login/"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str


class NeverRead(BytesIO):
    """A body of which no byte has come: a read would last for ever."""

    def read(self, *args: Any) -> bytes:
        raise AssertionError("It must not be read.")

    readline = read


@pytest.fixture
def application() -> BodyAdmissionApplication:
    return BodyAdmissionApplication(RepeatingApplication(WSGIHandler()), 8)


def post(path: str, body: bytes, **more: Any) -> dict[str, Any]:
    kind = "application/json" if path == "/graphql/" else "application/x-www-form-urlencoded"
    return dict(RequestFactory().post(path, body, content_type=kind, **more).environ)


def call(application: Callable[..., Iterable[bytes]], environment: dict[str, Any]) -> Answer:
    told: list[Any] = []
    response = application(environment, lambda *said: told.append(said))
    body = b"".join(response)
    if close := getattr(response, "close", None):
        close()
    [(status, headers)] = told
    return Answer(int(status[:3]), dict(headers), body.decode())


@pytest.fixture
def full(application: BodyAdmissionApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four of eight threads wait for bodies that do not come."""
    monkeypatch.setattr(body_admission, "MAX_WAIT_SECONDS", 0)
    for _ in range(4):
        application.places.take()


@pytest.mark.usefixtures("full")
def test_what_is_refused_is_told_in_turn(application: BodyAdmissionApplication) -> None:
    """Many who are refused at once would otherwise slow those who are answered."""
    had_turn = []

    def tell(environment: Any, start_response: Any) -> list[bytes]:
        turn = CURRENT.get()
        had_turn.append(turn is not None and turn.is_taken)
        start_response("503 Service Unavailable", [])
        return []

    application.application = tell
    call(application, post("/graphql/", QUERY))

    assert had_turn == [True]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_the_graph_answers_without_its_last_slash(
    application: BodyAdmissionApplication, method: str
) -> None:
    asked = {
        "HTTP_ORIGIN": "https://elsewhere.example",
        "HTTP_ACCESS_CONTROL_REQUEST_METHOD": "POST",
        "REMOTE_ADDR": draw_address(),
    }
    environment = post("/graphql/", QUERY, **asked) | {"REQUEST_METHOD": method}
    slashed, bare = (
        call(application, {**environment, "PATH_INFO": path, "wsgi.input": BytesIO(QUERY)})
        for path in ("/graphql/", "/graphql")
    )

    assert slashed.status in (200, 204)
    assert (bare.status, bare.body) == (slashed.status, slashed.body)


@pytest.mark.django_db
@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("path", [ADMIN, "/recherche/", "/nulle-part/"])
def test_while_half_of_the_threads_read_a_form_is_refused(
    application: BodyAdmissionApplication, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    environment = {**post(path, b"username=x"), "wsgi.input": NeverRead()}
    answer = call(application, environment)

    assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Service indisponible" in answer.body
    assert [record.name for record in caplog.records] == ["cms.http.body_admission"]


@pytest.mark.django_db
@pytest.mark.usefixtures("full")
def test_and_the_graph_says_it_in_its_form(application: BodyAdmissionApplication) -> None:
    answer = call(application, {**post("/graphql/", QUERY), "wsgi.input": NeverRead()})

    assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
    assert '"code":"BUSY"' in answer.body


@pytest.mark.django_db
@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("path", ["/graphql/?query={__typename}", "/health/", "/robots.txt", ADMIN])
def test_what_has_no_body_is_answered(application: BodyAdmissionApplication, path: str) -> None:
    assert call(application, dict(RequestFactory().get(path).environ)).status == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["FORMS_RATE", "GRAPHQL_RATE_REQUESTS"])
def test_a_client_is_counted_before_a_body_is_read(
    application: BodyAdmissionApplication, settings: Any, name: str
) -> None:
    setattr(settings, name, "2/minute")
    path = "/graphql/" if name.startswith("GRAPHQL") else ADMIN
    address = draw_address()
    for _ in range(2):
        answer = call(application, post(path, QUERY, REMOTE_ADDR=address))
        assert answer.status in (200, 403)  # without a token, the form is refused once read
    environment = {**post(path, QUERY, REMOTE_ADDR=address), "wsgi.input": NeverRead()}
    answer = call(application, environment)

    assert answer.status == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert ("RATE_LIMITED" in answer.body) == (path == "/graphql/")


@pytest.mark.django_db
def test_places_are_given_back(application: BodyAdmissionApplication) -> None:
    """By forms that are read, by those that nobody reads, by the graph, and by failures."""
    absent = post("/nulle-part/", b"a=b")
    for _ in range(9):
        assert call(application, post("/graphql/", QUERY)).status == 200
        assert call(application, post(ADMIN, b"username=x")).status == 403
        assert call(application, {**absent}).status in (403, 404)
    broken = BodyAdmissionApplication(fail, 8)
    for _ in range(9):
        with pytest.raises(ZeroDivisionError):
            broken(post(ADMIN, b"a=b"), None)
    assert broken.places.reading.acquire(blocking=False)


def fail(environment: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    raise ZeroDivisionError


def test_a_place_is_free_as_soon_as_the_body_has_been_read() -> None:
    given: list[int] = []
    body = PlacedBody(BytesIO(b"one\ntwo"), 7, lambda: given.append(1))
    assert (body.readline(), given) == (b"one\n", [])
    assert (body.read(3), given) == (b"two", [1])
    body.end()
    assert given == [1]
    short = PlacedBody(BytesIO(b"one\ntwo"), 99, lambda: given.append(2))
    assert (short.readlines(), given) == ([b"one\n", b"two"], [1, 2])  # the client is gone


def test_a_request_waits_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_admission, "MAX_WAIT_SECONDS", 60)
    places = BodyPlaces(2)
    places.take()
    thread = threading.Timer(0.05, places.give_back)
    thread.start()
    places.take()
    thread.join()


@pytest.mark.django_db
def test_whoever_is_signed_in_sends_files(
    application: BodyAdmissionApplication, picture_bytes: bytes
) -> None:
    """A body of several parts is read through its place, a line and a piece at a time."""
    client, token = Client(), "a" * 32
    client.force_login(User.objects.create_superuser("chef", "chef@bilan.example", None))
    cookies = [f"{each.key}={each.value}" for each in client.cookies.values()]
    file = SimpleUploadedFile("a.png", picture_bytes)
    form = {"title": "Une image", "file": file, "collection": 1, "csrfmiddlewaretoken": token}
    cookie = "; ".join([*cookies, f"csrftoken={token}"])
    request = RequestFactory().post("/admin/images/add/", form, HTTP_COOKIE=cookie)

    assert call(application, dict(request.environ)).status == 302
    assert Picture.objects.get().title == "Une image"


def test_as_many_whole_bodies_as_threads_are_all_read() -> None:
    """Eight clients that send at once are no attack: each body is read in an instant."""
    places, begun = BodyPlaces(8), threading.Barrier(8)
    refused: list[Exception] = []

    def read() -> None:
        begun.wait()
        try:
            for _ in range(50):
                places.take()
                places.give_back()
        except Exception as error:
            refused.append(error)

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert refused == []
