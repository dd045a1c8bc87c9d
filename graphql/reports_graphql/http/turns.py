"""Operations take turns: the threads of a process share one interpreter."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.db import connection

PATIENCE = 0.1  # seconds that an operation waits for its turn


class Turns:
    """Lets a number of operations run at a time.

    Eight that run at once take twice the processor time of eight in a row: at each statement they
    take the interpreter from each other. Who has waited for long runs anyway, for those before it
    must be waiting themselves, for something else than the processor.
    """

    def __init__(self, count: int) -> None:
        self.free = threading.Semaphore(count)

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait for a turn, and keep it until the end."""
        taken = self.free.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if taken:
                self.free.release()


@cache
def process_turns() -> Turns:
    """Return the turns of this process: while one operation waits for PostgreSQL, another runs."""
    return Turns(1 if connection.vendor == "sqlite" else 2)
