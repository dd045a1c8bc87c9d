"""`Server-Timing`, for requests that ask for it by the header `X-Server-Timing`."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse


class Timing:
    """The durations of the steps of one request, in milliseconds."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    @classmethod
    def of_request(cls, request: HttpRequest) -> "Timing":
        """Return the one timing of a request."""
        known = vars(request)
        if "_bilan_timing" not in known:
            known["_bilan_timing"] = cls()
        timing: Timing = known["_bilan_timing"]
        return timing

    @contextmanager
    def measure(self, step: str) -> Iterator[None]:
        """Add the time until the end to a step."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            spent = (time.perf_counter() - begun) * 1_000
            self.steps[step] = self.steps.get(step, 0) + spent

    def tell(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Say in a response how long it took, if the request asks for that."""
        if "HTTP_X_SERVER_TIMING" in request.META:
            steps = {"kept": 0.0} if not self.steps else self.steps
            response["Server-Timing"] = ", ".join(
                f"{name};dur={spent:.2f}" for name, spent in steps.items()
            )
        return response
