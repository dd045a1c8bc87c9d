"""The connection pool that the threads of a web process share."""

from collections.abc import Callable
from typing import Any

from psycopg import Connection, OperationalError
from psycopg_pool import ConnectionPool

# Seconds after which a connection that nobody needed is closed, the next one as long after it:
# what one worker does not use, another may need.
MAX_IDLE_SECONDS = 2
# Seconds after which an attempt to connect is given up, and begun anew for those who wait. The
# pause between two attempts doubles, so a long one would last beyond the server's return.
MAX_RECONNECT_SECONDS = 1
# Seconds that a request waits while no connection is possible at all: longer than that pause.
OUTAGE_TIMEOUT_SECONDS = 2.0


def build_pool(
    parameters: dict[str, Any], configure: Callable[[Any], Any], timeout: float, **options: Any
) -> ConnectionPool[Any]:
    """Return a pool that is not yet open; `parameters` are those of a connection."""

    def configure_connection(connection: Any) -> None:
        pool.timeout = timeout  # an outage is over
        configure(connection)

    pool = ConnectionPool[Any](
        kwargs=parameters,
        open=False,
        name="bilan",
        timeout=timeout,
        configure=configure_connection,
        check=check_connection,
        reconnect_failed=retry_for_waiting,
        max_idle=MAX_IDLE_SECONDS,
        reconnect_timeout=MAX_RECONNECT_SECONDS,
        **options,
    )
    return pool


def check_connection(connection: Connection[Any]) -> None:
    """Raise `OperationalError` if the server has closed this connection, without querying it.

    The other connections have most likely been closed too, so all are replaced at once: psycopg
    would try one after the other, with pauses that double, and give up before it finds one that
    works.
    """
    try:
        for _ in range(2):  # the server's last words first, then the end of the stream
            connection.pgconn.consume_input()
            connection.pgconn.is_busy()  # reads what has come
    except OperationalError:
        pool: Any = connection._pool
        pool.check()
        raise


def retry_for_waiting(pool: ConnectionPool[Any]) -> None:
    """Try again to connect if a request is waiting: psycopg would only do so for the next one.

    psycopg also counts requests that gave up, so during an outage this runs every second. Without
    any connection none can be returned to the pool, so requests then wait for a shorter time.
    """
    state = pool.get_stats()
    if not state["pool_size"]:
        pool.timeout = min(pool.timeout, OUTAGE_TIMEOUT_SECONDS)
    if state["requests_waiting"]:
        pool.check()
