"""Returns a runner's database connection to the pool while the runner is idle."""

from django.db import close_old_connections, connection


def give_back_connection() -> None:
    """Return the connection to its pool; inside a transaction it stays."""
    if not connection.in_atomic_block:
        close_old_connections()
