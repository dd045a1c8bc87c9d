"""Outbox runners as threads of the server, where no process of their own is run."""

import atexit
from threading import Event

from reports.publishing.outbox.threads import start_runners

FAREWELL = 5.0  # seconds that a server that stops gives the current deliveries


def start() -> None:
    """Start delivering in threads that end with the server."""
    stop = Event()
    threads = start_runners(stop)

    def end() -> None:
        stop.set()
        for thread in threads:
            thread.join(FAREWELL / len(threads))

    atexit.register(end)
