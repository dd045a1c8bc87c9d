"""The database connection of a runner, which a pool gets back while nothing is asked of it."""

from django.db import close_old_connections, connection


def give_back_connection() -> None:
    """Return the connection to its pool; inside a transaction it stays."""
    if not connection.in_atomic_block:
        close_old_connections()
