"""Makes an answer only once when several requests ask for it at the same time."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from reports_graphql.http.turns import leave_turn

T = TypeVar("T")

MAX_WAIT_SECONDS = 10  # seconds that a request waits for another's answer


class Flight(Generic[T]):
    """One answer that is being made, and the event for which the other requests wait."""

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.result: T | None = None


class SingleFlight(Generic[T]):
    """Lets simultaneous requests of this process for the same key share one answer."""

    def __init__(self) -> None:
        self.flights: dict[str, Flight[T]] = {}
        self.lock = threading.Lock()

    def get_or_make(self, key: str | None, make: Callable[[], T]) -> T:
        """Return the answer for a key: the one that another request is making, or a new one.

        If the other request fails or takes too long, this one makes its own. Without a key it
        always does.
        """
        if key is None:
            return make()
        with self.lock:
            flight = self.flights.get(key)
            is_first = flight is None
            if flight is None:
                flight = self.flights[key] = Flight()
        if not is_first:
            with leave_turn():
                flight.landed.wait(MAX_WAIT_SECONDS)
            return make() if flight.result is None else flight.result
        try:
            flight.result = make()
            return flight.result
        finally:
            with self.lock:
                del self.flights[key]
            flight.landed.set()
