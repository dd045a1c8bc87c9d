"""Documents that are new to a process are read one at a time, and leave it room for others."""

import threading
import time
from typing import Any

import pytest
from django.test import Client

from reports_graphql import schema as assembled
from reports_graphql.errors import Refusal
from reports_graphql.judging.turnstile import Turnstile


def busy(milliseconds: int) -> None:
    """Uses so much of the processor."""
    until = time.thread_time() + milliseconds / 1_000
    while time.thread_time() < until:
        pass


def test_one_at_a_time() -> None:
    turnstile, inside, most = Turnstile(share=1, waiting=9), 0, 0
    lock = threading.Lock()

    def read() -> None:
        nonlocal inside, most
        with turnstile.enter():
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
    turnstile = Turnstile(share=1, waiting=1)
    inside, leave = threading.Event(), threading.Event()

    def read() -> None:
        with turnstile.enter():
            inside.set()
            leave.wait(5)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    inside.wait(5)
    while turnstile.places._value:  # until the second one waits
        time.sleep(0.001)

    with pytest.raises(Refusal) as refusal, turnstile.enter():
        pass
    leave.set()
    for thread in threads:
        thread.join()

    assert refusal.value.status == 503
    assert refusal.value.headers == {"Retry-After": "1"}
    assert refusal.value.extensions == {"code": "BUSY"}
    with turnstile.enter():  # there is room again
        pass


def test_reading_takes_its_share_of_the_time() -> None:
    turnstile = Turnstile(share=0.25, waiting=0)
    started = time.monotonic()

    for _ in range(4):
        with turnstile.enter():
            busy(20)

    assert time.monotonic() - started >= 3 * 0.08 + 0.02


def test_the_first_one_does_not_wait_and_a_failure_gives_its_place_back() -> None:
    turnstile = Turnstile(share=0.001, waiting=0)
    started = time.monotonic()

    with pytest.raises(ZeroDivisionError), turnstile.enter():
        raise ZeroDivisionError

    assert time.monotonic() - started < 0.05
    with turnstile.enter():
        pass


def test_a_known_document_passes_by(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"query": "{ __typename } # known to this process"}
    assert client.get("/graphql/", known).status_code == 200

    full = Turnstile(share=1, waiting=0)
    full.places.acquire()
    monkeypatch.setattr(assembled, "TURNSTILE", full)

    assert client.get("/graphql/", known).status_code == 200
    refused: Any = client.get("/graphql/", {"query": "{ __typename } # new to it"})
    assert refused.status_code == 503
    assert refused["Retry-After"] == "1"
