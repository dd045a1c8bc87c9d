"""Limits the time that a process spends on parsing documents it has not seen before."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Self

from reports_graphql.errors import Refusal

RETRY_AFTER = "1"  # seconds

# Whose request is being answered, under any name that tells clients apart.
CLIENT: ContextVar[str] = ContextVar("client", default="")


class ParseThrottle:
    """Lets documents that are new to the process be parsed one at a time, and not all the time.

    Parsing a new document costs as much as answering a known one, so a client that sends many must
    not slow down the others. `share` is the fraction of time that parsing may take in the long run,
    `burst` the seconds by which it may run ahead of that. `places` is the maximum of documents
    being parsed or waiting, each of which holds a thread; `each` is that maximum for one client.
    """

    def __init__(self, share: float, burst: float, places: int, each: int) -> None:
        self.share = share
        self.burst = burst
        self.places = places
        self.each = each
        self.inside: Counter[str] = Counter()
        self.count = threading.Lock()
        self.reading = threading.Lock()
        self.free_at = 0.0

    @classmethod
    def for_threads(cls, threads: int, share: float, burst: float) -> Self:
        """Return one that leaves half of a process's threads to other work."""
        places = max(1, threads // 2)
        return cls(share, burst, places, max(1, places * 3 // 4))

    @contextmanager
    def enter(self) -> Iterator[None]:
        """Wait until this document may be parsed. Raises `Refusal` if too many are waiting."""
        client = CLIENT.get()
        self.take_place(client)
        try:
            with self.reading:
                time.sleep(max(0, self.free_at - self.burst - time.monotonic()))
                before = time.thread_time()
                try:
                    yield
                finally:
                    rest = (time.thread_time() - before) * (1 / self.share - 1)
                    self.free_at = max(self.free_at, time.monotonic()) + rest
        finally:
            with self.count:
                self.inside[client] -= 1
                self.inside += Counter()  # forgets who has left

    def take_place(self, client: str) -> None:
        with self.count:
            if self.inside.total() >= self.places or self.inside[client] >= self.each:
                raise Refusal(
                    "Too many new documents at once: try again.",
                    code="BUSY",
                    status=503,
                    headers={"Retry-After": RETRY_AFTER},
                )
            self.inside[client] += 1
