"""A circuit breaker: after a failure, callers are refused at once instead of waiting one by one."""

import threading
import time

from reports.content.storage.stored_file import StorageUnavailable


class Breaker:
    """Refuse calls for `seconds` after a failure; then let one caller try for all.

    The others are refused until that one calls `trip` or `reset`, or `patience` is over.
    """

    def __init__(self, seconds: float, patience: float) -> None:
        self.seconds = seconds
        self.patience = patience
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
            self.until = now + self.patience

    def trip(self) -> None:
        with self.lock:
            self.until = time.monotonic() + self.seconds

    def reset(self) -> None:
        with self.lock:
            self.until = 0.0
