"""Work that several threads begin at the same moment."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Thread
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def run_in_threads(count: int, work: Callable[[int], T]) -> list[T]:
    """Call `work` with 0, 1, 2… in as many threads; return what each returned, in that order.

    What one of them raises is raised here, once all have ended.
    """
    results: dict[int, T] = {}
    errors: list[BaseException] = []
    barrier = Barrier(count)

    def run(number: int) -> None:
        try:
            barrier.wait()
            results[number] = work(number)
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [results[number] for number in range(count)]


@contextmanager
def switch_interval(seconds: float) -> Iterator[None]:
    """Make the interpreter switch threads this often."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(seconds)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
