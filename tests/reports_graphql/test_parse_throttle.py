"""Documents that are new to a process are read one at a time, and leave it room for others."""

import threading
import time
from contextvars import copy_context
from typing import Any

import pytest
from django.test import Client

from reports_graphql import schema as assembled
from reports_graphql.errors import Refusal
from reports_graphql.http.admission import process_admission
from reports_graphql.http.turns import process_turns
from reports_graphql.query_limits.limits import Limits
from reports_graphql.query_limits.parse_throttle import CLIENT, ParseThrottle

from .conftest import QUERIES


def test_one_at_a_time() -> None:
    throttle, inside, most = ParseThrottle(1, 0, places=9, each=9), 0, 0
    lock = threading.Lock()

    def read() -> None:
        nonlocal inside, most
        with throttle.enter():
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.01)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == 1


def test_a_queue_is_short() -> None:
    throttle = ParseThrottle(1, 0, places=2, each=9)
    inside, leave = threading.Event(), threading.Event()

    def read() -> None:
        with throttle.enter():
            inside.set()
            leave.wait(5)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    inside.wait(5)
    while throttle.inside.total() < 2:  # until the second one waits
        time.sleep(0.001)

    with pytest.raises(Refusal) as refusal, throttle.enter():
        pass
    leave.set()
    for thread in threads:
        thread.join()

    assert refusal.value.status == 503
    assert refusal.value.headers == {"Retry-After": "1"}
    assert refusal.value.extensions == {"code": "BUSY"}
    with throttle.enter():  # there is room again
        pass


class Clock:
    """Time that passes only where somebody works or sleeps: a busy machine changes nothing."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.now

    thread_time = monotonic

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


def test_reading_takes_its_share_of_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("reports_graphql.query_limits.parse_throttle.time", clock)
    throttle = ParseThrottle(0.25, 0, places=1, each=1)

    for _ in range(4):
        with throttle.enter():
            clock.now += 0.02

    assert clock.slept == [0, 0.06, 0.06, 0.06]


def test_a_burst_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("reports_graphql.query_limits.parse_throttle.time", clock)
    throttle = ParseThrottle(0.25, burst=0.1, places=1, each=1)

    for _ in range(4):
        with throttle.enter():
            clock.now += 0.02

    assert clock.slept == [0, 0, 0, 0.04]


def test_one_client_leaves_places_to_others() -> None:
    throttle = ParseThrottle(1, 0, places=9, each=1)
    inside, leave = threading.Event(), threading.Event()

    def read() -> None:
        CLIENT.set("one")
        with throttle.enter():
            inside.set()
            leave.wait(5)

    thread = threading.Thread(target=read)
    thread.start()
    inside.wait(5)
    with pytest.raises(Refusal):
        copy_context().run(enter_as, throttle, "one")
    leave.set()
    copy_context().run(enter_as, throttle, "another")
    thread.join()
    copy_context().run(enter_as, throttle, "one")
    assert not throttle.inside


def enter_as(throttle: ParseThrottle, client: str) -> None:
    CLIENT.set(client)
    with throttle.enter():
        pass


def test_shipped_documents_are_never_forgotten(client: Client, monkeypatch: Any) -> None:
    shipped = {"query": (QUERIES / "report_list.graphql").read_text()}
    assert assembled.schema.prepare(shipped["query"])
    for number in range(assembled.MAX_CACHED_DOCUMENTS + 1):
        assembled.schema.prepare(f"{{ __typename }} # {number}")
    monkeypatch.setattr(assembled, "PARSE_THROTTLE", ParseThrottle(1, 0, places=0, each=0))

    assert assembled.schema.prepare(shipped["query"])
    with pytest.raises(Refusal):
        assembled.schema.prepare("{ __typename } # 0")


def test_the_first_one_does_not_wait_and_a_failure_gives_its_place_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock()
    monkeypatch.setattr("reports_graphql.query_limits.parse_throttle.time", clock)
    throttle = ParseThrottle(0.001, 0, places=1, each=1)

    with pytest.raises(ZeroDivisionError), throttle.enter():
        raise ZeroDivisionError

    assert clock.slept == [0]
    with throttle.enter():
        pass


@pytest.mark.parametrize("threads", [1, 2, 3, 8, 16, 64])
def test_half_of_the_threads_are_left_to_others(threads: int) -> None:
    throttle = ParseThrottle.for_threads(threads, share=0.15, burst=0.2)

    assert 1 <= throttle.each <= throttle.places <= max(1, threads // 2)
    assert throttle.each < throttle.places or threads < 4


def test_who_waits_to_be_read_holds_no_turn_and_no_place(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(text: str, limits: Limits) -> None:
        for free in (process_turns().free, process_admission().free):
            is_free = free.acquire(blocking=False)
            held.append(not is_free)
            if is_free:
                free.release()

    held: list[bool] = []
    for shared in (process_admission(), process_turns()):
        monkeypatch.setattr(shared, "free", threading.Semaphore(1))
    monkeypatch.setattr(assembled.schema, "_read", read)
    with process_turns().take():
        answered: Any = client.get("/graphql/", {"query": "{ __typename } # waits"})

    assert answered.status_code == 500  # what was read is no document
    assert held == [False, False]


def test_a_known_document_passes_by(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"query": "{ __typename } # known to this process"}
    assert client.get("/graphql/", known).status_code == 200

    full = ParseThrottle(1, 0, places=0, each=0)
    monkeypatch.setattr(assembled, "PARSE_THROTTLE", full)

    assert client.get("/graphql/", known).status_code == 200
    refused: Any = client.get("/graphql/", {"query": "{ __typename } # new to it"})
    assert refused.status_code == 503
    assert refused["Retry-After"] == "1"
