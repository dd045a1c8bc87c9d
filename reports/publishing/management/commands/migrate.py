"""The management command `migrate`, which only one process runs at a time."""

import time
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connection

from reports.content import process_lock
from reports.content.models.migration_state import is_migrated
from reports.publishing.corrections.reread_figures import list_old_reports, list_reread_figures

LOCK_NOT_AVAILABLE = "55P03"  # of PostgreSQL
MAX_WAIT_SECONDS = 600  # seconds for which another node may migrate


class Command(migrate.Command):
    """Django's `migrate`, run by one process at a time, with a sentence if a lock is not
    available.
    """

    def execute(self, *args: Any, **options: Any) -> Any:
        """Create the folder of the SQLite file, then run the command, whose checks open the
        database.
        """
        if connection.vendor == "sqlite" and not connection.is_in_memory_db():  # type: ignore[attr-defined]
            Path(connection.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        return super().execute(*args, **options)

    def handle(self, *args: Any, **options: Any) -> None:
        for _ in range(MAX_WAIT_SECONDS):
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
        if options["verbosity"] and is_migrated(options["database"]):
            self.mention_reread_figures()

    def mention_reread_figures(self) -> None:
        """Name the command that lists published figures which today's rules parse differently."""
        count = sum(len(list_reread_figures(page)) for page in list_old_reports())
        if count:
            self.stdout.write(
                f"{count} chiffre(s) publié(s) se lirai(en)t autrement selon les règles "
                "d’aujourd’hui ; rien ne change avant votre accord : voyez "
                "manage.py list_reread_figures."
            )
