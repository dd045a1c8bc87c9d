import time
from typing import Any

from django.core.management import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError

from reports import process_lock

LOCK_NOT_AVAILABLE = "55P03"  # of PostgreSQL
PATIENCE = 600  # seconds for which another node may migrate


class Command(migrate.Command):
    """Django's own, by one process at a time, which says in a sentence what it waits for."""

    def handle(self, *args: Any, **options: Any) -> None:
        for _ in range(PATIENCE):
            with process_lock.hold("migrate") as acquired:
                if acquired:
                    return self.migrate(*args, **options)
            time.sleep(1)
        raise CommandError("Another process has been migrating this database for ten minutes.")

    def migrate(self, *args: Any, **options: Any) -> None:
        try:
            super().handle(*args, **options)
        except OperationalError as cause:
            if getattr(cause.__cause__, "sqlstate", "") != LOCK_NOT_AVAILABLE:
                raise
            message = (
                "A lock could not be had in time: something reads or writes the table, such as a "
                "dump. What is migrated stays; run migrate again when that is over."
            )
            raise CommandError(message) from cause
