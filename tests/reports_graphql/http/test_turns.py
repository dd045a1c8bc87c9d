"""Few requests of a process are answered at a time, and none waits for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reports_graphql.http import turns
from reports_graphql.http.turns import Turns, leave_turn

REQUESTS = 12


@pytest.mark.parametrize("count", [1, 2])
def test_no_more_run_at_a_time(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 60)
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
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    shared = Turns(1)

    def wait() -> None:
        with shared.take():
            pass

    with shared.take(), ThreadPoolExecutor(1) as pool:
        pool.submit(wait).result(60)
        assert not shared.free.acquire(blocking=False)  # whoever took none gives none back
    assert shared.free.acquire(blocking=False)


def test_who_has_a_turn_needs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 60)
    shared = Turns(1)
    with shared.take():
        with shared.take():
            assert not shared.free.acquire(blocking=False)
        assert not shared.free.acquire(blocking=False)
    assert shared.free.acquire(blocking=False)


def test_who_waits_for_something_else_leaves_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 60)
    shared = Turns(1)
    with shared.take():
        with leave_turn():
            assert shared.free.acquire(blocking=False)
            shared.free.release()
        assert not shared.free.acquire(blocking=False)  # it has a turn again
    assert shared.free.acquire(blocking=False)


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
