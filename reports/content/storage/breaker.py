"""A circuit breaker: after a failure, calls are refused at once, so that they need not wait."""

import threading
import time

from reports.content.storage.stored_file import StorageUnavailable


class Breaker:
    """Refuses calls for `rest_seconds` after a failure, then lets one caller try.

    All others are refused until that caller calls `trip` or `reset`, or `trial_seconds` have
    passed.
    """

    def __init__(self, rest_seconds: float, trial_seconds: float) -> None:
        self.rest_seconds = rest_seconds
        self.trial_seconds = trial_seconds
        self.lock = threading.Lock()
        self.until = 0.0

    def check(self) -> None:
        """Raise StorageUnavailable while the storage rests."""
        with self.lock:
            if not self.until:
                return
            now = time.monotonic()
            if now < self.until:
                raise StorageUnavailable("the storage did not answer a moment ago")
            self.until = now + self.trial_seconds

    def trip(self) -> None:
        with self.lock:
            self.until = time.monotonic() + self.rest_seconds

    def reset(self) -> None:
        with self.lock:
            self.until = 0.0
