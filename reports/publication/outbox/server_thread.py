"""The runner as a thread beside the server, where nobody wants to run a second process."""

import atexit
from threading import Event, Thread

from reports.publication.outbox.runner import Runner

FAREWELL = 5.0  # seconds that a server that stops gives the current delivery


def start() -> Thread:
    """Start delivering in a thread that ends with the server."""
    stop = Event()
    thread = Thread(target=Runner(stop).run, name="outbox", daemon=True)

    def end() -> None:
        stop.set()
        thread.join(FAREWELL)

    atexit.register(end)
    thread.start()
    return thread
