"""The loop that delivers due entries. Any number of runners may work at once, on any server."""

import time
from collections import Counter
from threading import Event

from django.db import Error, close_old_connections, connection

from reports.publishing.outbox.delivery import Outcome, deliver_next
from reports.publishing.outbox.outages import Outages
from reports.publishing.outbox.retention import delete_ended

IDLE_SECONDS = 1.0  # seconds between two looks at an empty outbox
MAX_WAIT_SECONDS = 30.0  # seconds between two looks at a database that is gone
CLEANING_INTERVAL_SECONDS = 3_600.0  # seconds between two deletions of old entries
DATABASE = "the database"


class Runner:
    """Delivers entries until it is asked to stop; it completes the current delivery first."""

    def __init__(self, stop: Event, outages: Outages | None = None) -> None:
        self.stop = stop
        self.outages = outages or Outages()
        self.failures = 0
        self.cleaned_at: float | None = None

    def run(self) -> None:
        """Deliver due entries repeatedly. Continues after an outage of the database."""
        while not self.stop.is_set():
            try:
                close_old_connections()
                outcome = self.work()
            except Error as error:
                self.outages.begin(DATABASE, type(error).__name__)
                connection.close()
                self.failures += 1
                self.stop.wait(min(MAX_WAIT_SECONDS, IDLE_SECONDS * 2**self.failures))
            else:
                self.outages.end(DATABASE)
                self.failures = 0
                if outcome is None:
                    close_old_connections()  # a pool has it back while nothing is to be done
                    self.stop.wait(IDLE_SECONDS)

    def run_once(self) -> Counter[Outcome]:
        """Deliver the entries that are due now, then return the number of each outcome."""
        outcomes: Counter[Outcome] = Counter()
        while not self.stop.is_set() and (outcome := self.work()):
            outcomes[outcome] += 1
        return outcomes

    def work(self) -> Outcome | None:
        """Deliver one entry, and delete old ones once an hour."""
        if (
            self.cleaned_at is None
            or time.monotonic() >= self.cleaned_at + CLEANING_INTERVAL_SECONDS
        ):
            delete_ended()
            self.cleaned_at = time.monotonic()
        return deliver_next(self.outages)
