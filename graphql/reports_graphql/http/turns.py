"""Limits how many requests of a process compute at once, since they share one interpreter."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.db import connection

MAX_WAIT_SECONDS = 0.1  # seconds that a request waits for its turn


class Turn:
    """The turn of one request, which it waits for and gives back."""

    def __init__(self, free: threading.Semaphore) -> None:
        self.free = free
        self.is_taken = False

    def wait(self) -> None:
        self.is_taken = self.free.acquire(timeout=MAX_WAIT_SECONDS)

    def end(self) -> None:
        if self.is_taken:
            self.is_taken = False
            self.free.release()


CURRENT: ContextVar[Turn | None] = ContextVar("turn", default=None)


class Turns:
    """Lets a limited number of requests be answered at a time.

    Eight requests at once use up to twice the processor time of eight in a row, because their
    threads compete for the interpreter. A request that has waited too long goes on anyway: those
    before it must be waiting for something else than the processor.
    """

    def __init__(self, count: int) -> None:
        self.free = threading.Semaphore(count)

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait for a turn and keep it until the end; a request that already has one keeps it."""
        if CURRENT.get():
            yield
            return
        turn = Turn(self.free)
        turn.wait()
        token = CURRENT.set(turn)
        try:
            yield
        finally:
            CURRENT.reset(token)
            turn.end()


@contextmanager
def leave_turn() -> Iterator[None]:
    """Let others go on while this request waits for something else; then wait for a turn again."""
    turn = CURRENT.get()
    if turn:
        turn.end()
    try:
        yield
    finally:
        if turn:
            turn.wait()


@cache
def process_turns() -> Turns:
    """Return the turns of this process: while one request waits for PostgreSQL, another goes on."""
    return Turns(1 if connection.vendor == "sqlite" else 2)
