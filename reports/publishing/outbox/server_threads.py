"""Runs outbox runners as threads of the server, if there is no separate process for them."""

import atexit
from threading import Event

from reports.publishing.outbox.threads import start_runners

SHUTDOWN_SECONDS = 5.0  # seconds that a server that stops gives the current deliveries


def start() -> None:
    """Start runners in threads that end with the server."""
    stop = Event()
    threads = start_runners(stop)

    def end() -> None:
        stop.set()
        for thread in threads:
            thread.join(SHUTDOWN_SECONDS / len(threads))

    atexit.register(end)
