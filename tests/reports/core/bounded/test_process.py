"""A process with bounds gives answers and errors, and takes no more than it may."""

import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from reports.core.bounded.process import BoundedProcess, Exhausted

MODULE = "tests.reports.core.bounded.greedy"


@pytest.fixture
def process(settings: Any) -> Iterator[BoundedProcess]:
    settings.BOUNDED_PROCESSES = True
    made = BoundedProcess(
        MODULE, memory_bytes=100 << 20, processor_seconds=1, timeout_seconds=60, needs_django=False
    )
    yield made
    made.end()


def test_it_answers_again_and_again(process: BoundedProcess) -> None:
    assert [process.call("double", number) for number in (1, 2)] == [2, 4]
    first = process.call("name_process")
    assert process.call("name_process") == first != os.getpid()
    assert process.call("print_words") == "said"
    assert process.call("double", 3) == 6


def test_it_stays_beside_a_process_that_holds_much(process: BoundedProcess) -> None:
    """What whoever starts it has held is not its own: a web process may hold hundreds of MB."""
    held = bytearray(450_000_000)
    held[::4096] = b"1" * len(held[::4096])
    assert process.call("name_process") == process.call("name_process")


def test_it_raises_what_the_function_raises(process: BoundedProcess) -> None:
    with pytest.raises(ValueError, match="illisible"):
        process.call("fail", "illisible")
    with pytest.raises(RuntimeError):
        process.call("return_function")
    assert process.call("double", 1) == 2


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("compute", f"the process ended with -{signal.SIGXCPU.value}"),
        ("hold_memory", "more memory than it may have"),
        ("end", "the process ended with 1"),
    ],
)
def test_it_takes_no_more_than_it_may(process: BoundedProcess, name: str, reason: str) -> None:
    with pytest.raises(Exhausted, match=reason):
        process.call(name)
    assert process.call("double", 1) == 2


def test_it_ends_with_patience(process: BoundedProcess) -> None:
    assert process.call("double", 1) == 2
    process.timeout_seconds = 0
    with pytest.raises(Exhausted, match="nothing after 0 seconds"):
        process.call("sleep")
    assert process.process is None
    process.timeout_seconds = 60
    assert process.call("double", 2) == 4


def test_one_that_has_waited_long_enough_is_replaced(process: BoundedProcess) -> None:
    first = process.call("name_process")
    assert process.process
    assert process.process.stdin
    process.process.stdin.close()  # as it ends when nobody has asked for a while
    assert process.process.wait() == 0
    assert process.call("name_process") != first


def test_large_answers_come_whole(process: BoundedProcess) -> None:
    assert process.call("answer_much") == bytes(10 << 20)


def test_it_has_no_database(settings: Any) -> None:
    settings.BOUNDED_PROCESSES = True
    process = BoundedProcess(MODULE, memory_bytes=1 << 30, processor_seconds=60, timeout_seconds=60)
    with pytest.raises(ImproperlyConfigured, match="DATABASES"):
        process.call("count_accounts")
    process.end()
