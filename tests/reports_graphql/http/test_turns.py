"""Few requests of a process are answered at a time, and none waits for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest

from reports_graphql.errors import Refusal
from reports_graphql.http import turns
from reports_graphql.http.admission import Admission
from reports_graphql.http.single_flight import Flight, SingleFlight
from reports_graphql.http.turns import Turns, leave_turn

REQUESTS = 12


@pytest.mark.parametrize("count", [1, 2])
def test_no_more_run_at_a_time(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MAX_WAIT_SECONDS", 60)
    shared, lock = Turns(count), threading.Lock()
    running, most, pause = 0, 0, threading.Event()

    def run(_: int) -> None:
        nonlocal running, most
        with shared.take():
            with lock:
                running += 1
                most = max(most, running)
            pause.wait(0.005)
            with lock:
                running -= 1

    with ThreadPoolExecutor(REQUESTS) as pool:
        list(pool.map(run, range(REQUESTS)))
    assert most == count


def test_who_waited_for_long_goes_on_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MAX_WAIT_SECONDS", 0.01)
    shared = Turns(1)

    def wait() -> None:
        with shared.take():
            pass

    with shared.take(), ThreadPoolExecutor(1) as pool:
        pool.submit(wait).result(60)
        assert not shared.free.acquire(blocking=False)  # whoever took none gives none back
    assert shared.free.acquire(blocking=False)


def test_who_has_a_turn_needs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MAX_WAIT_SECONDS", 60)
    shared = Turns(1)
    with shared.take():
        with shared.take():
            assert not shared.free.acquire(blocking=False)
        assert not shared.free.acquire(blocking=False)
    assert shared.free.acquire(blocking=False)


def test_who_waits_for_something_else_leaves_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MAX_WAIT_SECONDS", 60)
    shared = Turns(1)
    with shared.take():
        with leave_turn():
            assert shared.free.acquire(blocking=False)
            shared.free.release()
        assert not shared.free.acquire(blocking=False)  # it has a turn again
    assert shared.free.acquire(blocking=False)


def is_free(shared: Turns) -> bool:
    """Return whether somebody could take a turn now."""
    found = shared.free.acquire(blocking=False)
    if found:
        shared.free.release()
    return found


def test_who_waits_for_the_answer_of_another_leaves_its_turn() -> None:
    shared, flights, flight = Turns(1), SingleFlight[str](), Flight[str]()
    seen: list[bool] = []
    landed: Any = SimpleNamespace(wait=lambda seconds: seen.append(is_free(shared)))
    flight.landed, flight.result = landed, "made"
    flights.flights["key"] = flight

    with shared.take():
        assert flights.get_or_make("key", lambda: "own") == "made"
        assert not is_free(shared)
    assert seen == [True]


def test_who_waits_for_a_place_leaves_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    shared, full = Turns(1), Admission(1)
    seen: list[bool] = []

    def is_stuck() -> bool:
        seen.append(is_free(shared))
        return True

    def enter() -> None:
        with shared.take(), full.enter():
            pass

    monkeypatch.setattr(full, "is_stuck", is_stuck)
    with full.enter(), ThreadPoolExecutor(1) as pool:
        assert isinstance(pool.submit(enter).exception(60), Refusal)
    assert seen == [True]


def test_who_has_no_turn_leaves_none() -> None:
    shared = Turns(1)
    with leave_turn():
        assert shared.free.acquire(blocking=False)
    assert not shared.free.acquire(blocking=False)


def test_a_turn_ends_with_an_error() -> None:
    shared = Turns(1)
    with pytest.raises(ValueError, match="wrong"), shared.take():
        raise ValueError("wrong")
    assert shared.free.acquire(blocking=False)
