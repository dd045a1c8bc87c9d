"""The pool of a web process: what it opens, checks, closes and gives up."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from psycopg_pool import ConnectionPool, PoolTimeout

from cms.operations.postgresql import pool as module
from cms.operations.postgresql.base import DatabaseWrapper
from cms.operations.postgresql.pool import OUTAGE_TIMEOUT_SECONDS, build_pool

TIMEOUT_SECONDS = 60  # seconds
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="psycopg's pool"),
]


@pytest.fixture
def parameters() -> dict[str, Any]:
    given: Any = connection
    return {**given.get_connection_params(), "autocommit": True, "application_name": "test_pool"}


@pytest.fixture
def pool(parameters: dict[str, Any]) -> Iterator[ConnectionPool[Any]]:
    pool = build_pool(parameters, lambda connection: None, timeout=5, min_size=0, max_size=4)
    pool.open()
    yield pool
    pool.close()


def take(pool: ConnectionPool[Any], count: int) -> None:
    """Have so many connections open and free."""
    for each in [pool.getconn() for _ in range(count)]:
        pool.putconn(each)


def wait_for(pool: ConnectionPool[Any], name: str, value: float) -> None:
    end = time.monotonic() + TIMEOUT_SECONDS
    while pool.get_stats()[name] != value:
        assert time.monotonic() < end, pool.get_stats()
        time.sleep(0.05)


def end_sessions() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE application_name = 'test_pool' AND datname = current_database()"
        )


def test_connections_that_the_server_has_closed_are_replaced(pool: ConnectionPool[Any]) -> None:
    take(pool, 4)
    end_sessions()
    for _ in range(5):
        with pool.connection(timeout=TIMEOUT_SECONDS) as session:
            assert session.execute("SELECT 1").fetchone() == (1,)
    assert pool.get_stats()["connections_lost"] == 4


def test_a_check_asks_the_server_nothing(pool: ConnectionPool[Any]) -> None:
    with pool.connection() as session:
        with connection.cursor() as cursor:
            sql = "SELECT state_change FROM pg_stat_activity WHERE pid = %s"
            cursor.execute(sql, [session.info.backend_pid])
            before = cursor.fetchone()
        module.check_connection(session)
        with connection.cursor() as cursor:
            cursor.execute(sql, [session.info.backend_pid])
            assert cursor.fetchone() == before


def test_what_nobody_needs_is_closed(pool: ConnectionPool[Any]) -> None:
    take(pool, 2)
    wait_for(pool, "pool_size", 0)


def test_who_waits_gets_what_another_gives_back(pool: ConnectionPool[Any]) -> None:
    sessions = [pool.getconn() for _ in range(4)]
    with pytest.raises(PoolTimeout):
        pool.getconn(timeout=0.1)
    pool.putconn(sessions.pop())
    sessions.append(pool.getconn())
    for session in sessions:
        pool.putconn(session)


def test_an_outage_is_noticed_and_its_end_too(pool: ConnectionPool[Any]) -> None:
    right, pool.kwargs = pool.kwargs, {"host": "/nowhere"}
    with pytest.raises(PoolTimeout):
        pool.getconn()
    assert pool.timeout == OUTAGE_TIMEOUT_SECONDS
    pool.kwargs = right
    pool.putconn(pool.getconn(timeout=TIMEOUT_SECONDS))
    assert pool.timeout == 5


def test_the_engine_has_one_pool_for_all_threads() -> None:
    settings: Any = {**connection.settings_dict, "CONN_MAX_AGE": 0}
    settings["OPTIONS"] = {**settings["OPTIONS"], "pool": {"timeout": 5, "max_size": 2}}
    settings["OPTIONS"]["pool"]["min_size"] = 0
    first, second = (DatabaseWrapper(settings, "default") for _ in range(2))
    try:
        for wrapper in (first, second):
            with wrapper.cursor() as cursor:
                cursor.execute("SHOW timezone")
                assert cursor.fetchone() == ("UTC",)
        assert first.pool is second.pool
        assert first.pool.name == "bilan"
    finally:
        for wrapper in (first, second):
            wrapper.close()
        first.close_pool()
