"""Measures the steps of a request for the header `Server-Timing`.

Requests ask for it with the header `X-Server-Timing`.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Timing:
    """The durations of the steps of one request, in milliseconds."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    @contextmanager
    def measure(self, step: str) -> Iterator[None]:
        """Add the time until the end to a step."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            spent = (time.perf_counter() - begun) * 1_000
            self.steps[step] = self.steps.get(step, 0) + spent

    def describe(self) -> str:
        """Return the value of `Server-Timing`; `kept` for a cached answer."""
        steps = self.steps or {"kept": 0.0}
        return ", ".join(f"{name};dur={spent:.2f}" for name, spent in steps.items())
