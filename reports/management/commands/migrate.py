from typing import Any

from django.core.management import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError

LOCK_NOT_AVAILABLE = "55P03"  # of PostgreSQL


class Command(migrate.Command):
    """Django's own, which says in one sentence that a lock could not be had."""

    def handle(self, *args: Any, **options: Any) -> None:
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
