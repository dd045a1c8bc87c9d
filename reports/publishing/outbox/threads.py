"""Starts several runners in one process, so that a slow recipient does not hold up the others."""

from threading import Event, Thread

from django.db import connection

from reports.publishing.outbox.outages import Outages
from reports.publishing.outbox.runner import Runner

RUNNER_COUNT = 4


def start_runners(stop: Event) -> list[Thread]:
    """Start runners in threads that end when `stop` is set, each after its current delivery.

    Outages are logged once for all of them. If one of them fails, all end.
    """
    outages = Outages()

    def run() -> None:
        try:
            Runner(stop, outages).run()
        finally:
            stop.set()
            connection.close()

    threads = [Thread(target=run, name=f"outbox-{n}", daemon=True) for n in range(RUNNER_COUNT)]
    for thread in threads:
        thread.start()
    return threads
