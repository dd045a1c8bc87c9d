"""One migrated database for all processes of a run: migrating takes each eight seconds."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.commands import migrate
from django.db import connection

from tests.browser.demo_fixture import keep, put_back


@contextmanager
def migrate_once(folder: Path) -> Iterator[None]:
    """Migrate the first database of SQLite, and begin those of other processes with its copy.

    Only the next `migrate` of this process is concerned: that of the test database.
    """
    file = folder / "migrated.sqlite3"
    usual = migrate.Command.handle

    def handle(command: Any, *arguments: Any, **options: Any) -> Any:
        migrate.Command.handle = usual
        if connection.vendor != "sqlite":
            return usual(command, *arguments, **options)
        with file.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            copied = put_back(file)
            result = usual(command, *arguments, **options)  # has nothing to do in a copy
            if not copied:
                keep(file)
        return result

    migrate.Command.handle = handle
    try:
        yield
    finally:
        migrate.Command.handle = usual
