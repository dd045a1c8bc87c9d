"""Few operations of a process run at a time, and none waits for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reports_graphql.http import turns
from reports_graphql.http.turns import Turns

OPERATIONS = 12


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

    with ThreadPoolExecutor(OPERATIONS) as pool:
        list(pool.map(run, range(OPERATIONS)))
    assert most == count


def test_who_waited_for_long_runs_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    shared = Turns(1)
    with shared.take():
        with shared.take():  # by the same thread: it would wait for itself
            pass
        assert not shared.free.acquire(blocking=False)
    assert shared.free.acquire(blocking=False)


def test_a_turn_ends_with_an_error() -> None:
    shared = Turns(1)
    with pytest.raises(ValueError, match="wrong"), shared.take():
        raise ValueError("wrong")
    assert shared.free.acquire(blocking=False)
