"""The management command `run_outbox`, which delivers outbox entries until it is stopped."""

import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error

from reports.publishing.outbox.runner import Runner
from reports.publishing.outbox.threads import start_runners

# Seconds: a signal that comes just before a wait is heard after it, and one without end has none.
JOIN_SECONDS = 1.0


class Command(BaseCommand):
    help = (
        "Envoie ce qui attend dans la boîte d’envoi (les messages), et continue jusqu’à SIGTERM. "
        "Quatre messages partent à la fois, et plusieurs commandes peuvent tourner."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="S’arrête quand plus rien n’est dû."
        )

    def handle(self, *args: Any, once: bool = False, **options: Any) -> None:
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())  # after the current deliveries
        if not once:
            for thread in start_runners(stop):
                while thread.is_alive():
                    thread.join(JOIN_SECONDS)
            return
        try:
            outcomes = Runner(stop).run_once()
        except Error as error:
            raise CommandError(f"La base ne répond pas ({type(error).__name__}).") from None
        for outcome, count in outcomes.items():
            self.stdout.write(f"{count} {outcome.value}{'s' if count > 1 else ''}")
