"""Measures the processor time that several threads use together."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


def open_clock() -> int | None:
    """Return the clock of this thread; None if other threads cannot read it on this system."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return None
    return time.pthread_getcpuclockid(threading.get_ident())


def read_clock(clock: int | None) -> float:
    """Return the seconds of a thread, or those of the process if the thread has no clock."""
    return time.process_time() if clock is None else time.clock_gettime(clock)


class WorkClock:
    """Adds up the processor time of the threads that `run` measures. It never goes backwards."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.running: dict[int, tuple[int | None, float]] = {}
        self.ended = 0.0

    @contextmanager
    def run(self) -> Iterator[None]:
        """Count the processor time of this thread until the end."""
        thread, clock = threading.get_ident(), open_clock()
        begun = read_clock(clock)
        with self.lock:
            self.running[thread] = clock, begun
        try:
            yield
        finally:
            with self.lock:
                del self.running[thread]
                self.ended += read_clock(clock) - begun

    def read(self) -> float:
        """Return the seconds of all threads that have run, until now."""
        with self.lock:  # so that none of them ends, and its clock with it
            now = sum(read_clock(clock) - begun for clock, begun in self.running.values())
            return self.ended + now
