"""Locks between processes that share a database: one process at a time holds a name.

The lock ends with the process, however it ends, so nothing needs to be cleaned up after a crash.
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, Error, connection, connections

# Seconds after which the server asks whether the node of a lock still exists.
KEEPALIVE_SECONDS = 30


@contextmanager
def hold(name: str) -> Iterator[bool]:
    """Yield whether this process got the lock `name`; release it afterwards. Never waits."""
    lock = hold_file if connection.vendor == "sqlite" else hold_advisory
    with lock(name) as acquired:
        yield acquired


@contextmanager
def hold_file(name: str) -> Iterator[bool]:
    """Lock a file beside the database; the file stays, because deleting it would be a race."""
    database = str(connection.settings_dict["NAME"])
    if connection.is_in_memory_db():  # type: ignore[attr-defined]
        yield True  # no other process has this database
        return
    with Path(f"{database}.{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def hold_advisory(name: str) -> Iterator[bool]:
    """Take an advisory lock of PostgreSQL, on a connection of its own.

    Django may close the thread's connection between two requests, and the lock would go with it.
    """
    digest = hashlib.sha256(f"bilan:{name}".encode()).digest()
    key = int.from_bytes(digest[:8], signed=True)
    session = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with session.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
            acquired = bool(cursor.fetchone()[0])
            cursor.execute(
                "SELECT set_config('tcp_keepalives_idle', %s, false)", [str(KEEPALIVE_SECONDS)]
            )
        try:
            yield acquired
        finally:
            if acquired:  # a pool would keep the connection, and the lock with it
                with suppress(Error), session.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
    finally:
        session.close()
