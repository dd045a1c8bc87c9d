"""Many who ask for the same at the same moment wait for one answer."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reports_graphql.http.single_flight import SingleFlight

ASKERS = 16


def test_one_answer_is_made_for_all() -> None:
    flights: SingleFlight[str] = SingleFlight()
    waiting, made = threading.Event(), []

    def make() -> str:
        made.append(1)
        waiting.wait(10)
        return "answer"

    with ThreadPoolExecutor(ASKERS) as pool:
        asked = [pool.submit(flights.get_or_make, "key", make) for _ in range(ASKERS)]
        while not made:
            pass
        waiting.set()
        answers = {each.result(10) for each in asked}

    assert answers == {"answer"}
    assert len(made) < ASKERS
    assert flights.flights == {}


def test_who_waits_makes_an_own_answer_if_the_first_fails() -> None:
    flights: SingleFlight[str] = SingleFlight()
    begun, failing = threading.Event(), threading.Event()

    def fail() -> str:
        begun.set()
        failing.wait(10)
        raise ZeroDivisionError

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(flights.get_or_make, "key", fail)
        assert begun.wait(10)
        second = pool.submit(flights.get_or_make, "key", lambda: "own")
        failing.set()
        with pytest.raises(ZeroDivisionError):
            first.result(10)
        assert second.result(10) == "own"

    assert flights.get_or_make("key", lambda: "later") == "later"


def test_other_keys_and_no_key_wait_for_nobody() -> None:
    flights: SingleFlight[str] = SingleFlight()

    def make() -> str:
        assert flights.get_or_make("other", lambda: "other") == "other"
        assert flights.get_or_make(None, lambda: "none") == "none"
        return "answer"

    assert flights.get_or_make("key", make) == "answer"
