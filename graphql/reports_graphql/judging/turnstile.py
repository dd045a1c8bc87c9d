import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from reports_graphql.errors import Refusal

RETRY_AFTER = "1"  # seconds


class Turnstile:
    """Lets unknown documents be read one at a time, and leaves the process to other work.

    To read a document that nobody has sent before costs as much as to answer a known one, so who
    sends many of them must not slow those down. `share` is the part of the time that reading them
    may take; `waiting` is how many may wait for their turn, each of which holds a thread.
    """

    def __init__(self, share: float, waiting: int) -> None:
        self.share = share
        self.places = threading.BoundedSemaphore(waiting + 1)
        self.turn = threading.Lock()
        self.free_at = 0.0

    @contextmanager
    def enter(self) -> Iterator[None]:
        """A turn to read one document. Raises `Refusal` where too many wait already."""
        if not self.places.acquire(blocking=False):
            raise Refusal(
                "Too many new documents at once: try again.",
                code="BUSY",
                status=503,
                headers={"Retry-After": RETRY_AFTER},
            )
        try:
            with self.turn:
                time.sleep(max(0, self.free_at - time.monotonic()))
                before = time.thread_time()
                try:
                    yield
                finally:
                    rest = (time.thread_time() - before) * (1 / self.share - 1)
                    self.free_at = time.monotonic() + rest
        finally:
            self.places.release()
