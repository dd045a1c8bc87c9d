"""Limits how many threads do uncached work, so that some stay free for quick answers."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.conf import settings

from reports_graphql.errors import Refusal
from reports_graphql.http.turns import leave_turn
from reports_graphql.http.work_clock import WorkClock

logger = logging.getLogger(__name__)

RESERVED_THREADS = 4
POLL_SECONDS = 0.1  # seconds that a request waits, and again unless those at work are stuck
# Seconds in which nobody begins and nobody computes: then those at work are stuck.
STALL_SECONDS = 0.3
SAMPLE_SECONDS = 0.1  # seconds, at least, over which it is measured whether they compute
# They compute if they use this part of a processor. A thread that waits for PostgreSQL looks up ten
# times a second: sixteen of them use up to a hundredth.
MIN_PROCESSOR_SHARE = 0.05
MAX_WAIT_SECONDS = 10  # seconds that a request waits at most
RETRY_AFTER = "1"  # seconds
LOG_INTERVAL_SECONDS = 10  # seconds between two lines of the log

ADMITTED: ContextVar[bool] = ContextVar("admitted", default=False)


class Admission:
    """Lets a limited number of requests work at a time.

    A waiting request holds a thread too. It may wait as long as the working requests use the
    processor, because one of them will soon be done. If they wait themselves, for a lock or a slow
    statement, the new request is refused.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self.free = threading.Semaphore(places)
        self.clock = WorkClock()
        self.moved = 0.0  # when somebody was last seen to begin or to compute
        self.sample = 0.0, 0.0  # when the clock was last read, and what it showed
        self.quiet_until = 0.0

    @contextmanager
    def enter(self) -> Iterator[None]:
        """Hold a place until the end; a request that already holds one keeps it.

        Raises `Refusal` if no place becomes free.
        """
        if ADMITTED.get():
            yield
            return
        self.wait()
        self.mark()
        token = ADMITTED.set(True)
        try:
            with self.clock.run():
                yield
        finally:
            ADMITTED.reset(token)
            self.free.release()

    def wait(self) -> None:
        """Return once there is a place. Raises `Refusal` if none will soon be free."""
        if self.free.acquire(blocking=False):
            return
        end = time.monotonic() + MAX_WAIT_SECONDS
        with leave_turn():
            while not self.is_stuck() and time.monotonic() < end:
                if self.free.acquire(timeout=POLL_SECONDS):
                    return
        self.refuse()

    def is_stuck(self) -> bool:
        """Return whether the working requests have used no processor time for a while."""
        now = time.monotonic()
        sampled, before = self.sample
        if now - sampled >= SAMPLE_SECONDS:
            used = self.clock.read()
            if used - before >= MIN_PROCESSOR_SHARE * (now - sampled):
                self.moved = now
            self.sample = now, used
        return now - self.moved >= STALL_SECONDS

    def mark(self) -> None:
        self.moved = time.monotonic()
        self.sample = self.moved, self.clock.read()

    def refuse(self) -> None:
        if (now := time.monotonic()) > self.quiet_until:
            self.quiet_until = now + LOG_INTERVAL_SECONDS
            logger.warning("Busy: all %s places for uncached work are stuck.", self.places)
        raise build_busy_refusal()


def build_busy_refusal() -> Refusal:
    return Refusal(
        "The server is busy: try again.",
        code="BUSY",
        status=503,
        headers={"Retry-After": RETRY_AFTER},
    )


def count_places(threads: int, connections: int) -> int:
    """Return how many threads of a process uncached work may use.

    Requests for cached answers need a thread too, and a connection to read the content version.
    """
    limit = min(threads, connections)
    return limit - min(RESERVED_THREADS, limit // 2)


@cache
def process_admission() -> Admission:
    return Admission(count_places(settings.WEB_THREADS, settings.DATABASE_POOL_SIZE))
