"""Work that no cache answers never takes all threads of a process."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import Client

from reports.content.visibility import sites
from reports_graphql.errors import Refusal
from reports_graphql.http import admission, content_version, execution, view
from reports_graphql.http.admission import Admission, count_places
from reports_graphql.http.work_clock import WorkClock

TIMEOUT_SECONDS = 30  # seconds
LIST = "{ reports { totalCount } }"


def compute(seconds: float) -> None:
    """Use so much of the processor."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


class Computing(WorkClock):
    """The clock of threads that use a whole processor, and are `done` after some looks at it."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.looks = looks
        self.done = threading.Event()

    def read(self) -> float:
        self.looks -= 1
        if not self.looks:
            self.done.set()
        return time.monotonic()


@contextmanager
def occupy(admission: Admission, end: threading.Event | None = None) -> Iterator[None]:
    """Have other threads take all places until `end`, or until this context is left."""
    end = end or threading.Event()
    inside = threading.Barrier(admission.places + 1)

    def enter() -> None:
        with admission.enter():
            inside.wait(TIMEOUT_SECONDS)
            end.wait(TIMEOUT_SECONDS)

    threads = [threading.Thread(target=enter) for _ in range(admission.places)]
    for thread in threads:
        thread.start()
    inside.wait(TIMEOUT_SECONDS)
    try:
        yield
    finally:
        end.set()
        for thread in threads:
            thread.join()


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """All places of this process are taken by threads that are stuck."""
    full = Admission(1)
    for module in (admission, content_version, execution, view):
        monkeypatch.setattr(module, "process_admission", lambda: full)
    with occupy(full):
        yield


def test_who_waits_for_the_stuck_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    full = Admission(2)
    with occupy(full):
        for _ in range(3):
            with pytest.raises(Refusal) as refusal, full.enter():
                pass
    assert (refusal.value.extensions or {})["code"] == "BUSY"
    assert refusal.value.status == 503
    assert refusal.value.headers == {"Retry-After": "1"}
    lines = [record.getMessage() for record in caplog.records]
    assert lines == ["Busy: all 2 places for uncached work are stuck."]


def test_who_waits_for_those_who_compute_gets_a_place() -> None:
    full = Admission(2)
    full.clock = clock = Computing(looks=5)  # two of those who enter, the others of who waits
    with occupy(full, clock.done), full.enter():
        pass
    assert clock.looks < 0


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "MAX_WAIT_SECONDS", 1)
    full = Admission(1)
    full.clock = Computing(looks=-1)
    with occupy(full), pytest.raises(Refusal), full.enter():
        pass


def test_those_who_were_stuck_and_go_on_are_waited_for() -> None:
    full = Admission(1)
    with occupy(full), pytest.raises(Refusal), full.enter():
        pass
    full.clock = clock = Computing(looks=4)
    with occupy(full, clock.done), full.enter():
        pass


def test_a_place_is_taken_once_and_given_back() -> None:
    single = Admission(1)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), single.enter(), single.enter():
            raise ZeroDivisionError


@pytest.mark.parametrize(
    ("threads", "connections", "places"),
    [(16, 16, 12), (32, 32, 28), (16, 8, 4), (16, 4, 2), (16, 1, 1), (1, 16, 1), (2, 2, 1)],
)
def test_some_threads_and_connections_are_kept(threads: int, connections: int, places: int) -> None:
    assert count_places(threads, connections) == places


def test_a_clock_counts_other_threads_and_never_goes_back() -> None:
    clock = WorkClock()
    ready, go_on = threading.Event(), threading.Event()

    def work() -> None:
        with clock.run():
            compute(0.05)
            ready.set()
            go_on.wait(TIMEOUT_SECONDS)

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait(TIMEOUT_SECONDS)
    running = clock.read()
    go_on.set()
    thread.join()
    ended = clock.read()
    compute(0.05)  # in a thread that does not count
    assert 0.05 <= running <= ended == clock.read()


@pytest.mark.django_db
@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("headers", [{}, {"X-Preview-Token": "a"}])
def test_the_graph_refuses(client: Client, headers: dict[str, str]) -> None:
    response = client.get("/graphql/", {"query": LIST}, headers=headers)

    assert (response.status_code, response["Retry-After"]) == (503, "1")
    assert response.json()["errors"][0]["extensions"] == {"code": "BUSY"}
    assert response["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("keeping")
def test_a_kept_answer_needs_no_place(
    client: Client, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    first = client.get("/graphql/", {"query": LIST})
    request.getfixturevalue("busy")

    assert client.get("/graphql/", {"query": LIST}).content == first.content
    assert client.get("/graphql/", {"query": "{ services { totalCount } }"}).status_code == 503


@pytest.mark.usefixtures("keeping", "busy")
def test_what_is_read_once_per_version_needs_a_place(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables of content may be locked, while the version is not."""
    asked: list[Any] = []
    monkeypatch.setattr(content_version.version, "next_change", asked.append)
    monkeypatch.setattr(sites, "find_site", asked.append)

    assert client.get("/graphql/", {"query": LIST}).status_code == 503
    monkeypatch.setattr(content_version, "read_content_version", lambda: content_version._latest)
    content_version.find_site_by_host.cache_clear()
    assert client.get("/graphql/", {"query": LIST}).status_code == 503
    assert asked == []
