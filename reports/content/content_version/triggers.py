"""Installs the triggers that renew the content version, and replaces only those that differ.

This runs after each `migrate`, not in a migration: SQLite silently drops the triggers of a table
that a migration rebuilds, and PostgreSQL those on a column that one removes.
"""

import secrets
from collections.abc import Collection

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from reports.content.content_version.tracked_tables import list_tracked_tables
from reports.content.content_version.trigger_definitions import (
    FUNCTION,
    FUNCTION_BODY,
    PREFIX,
    list_triggers,
)

TABLE = "reports_contentversion"
LOCK_TIMEOUT = "3s"  # beyond, who reads a table would wait behind who waits for it
INSTALLED = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master "
    "WHERE type = 'trigger' AND name LIKE %s",
    "postgresql": "SELECT t.tgname, c.relname, obj_description(t.oid, 'pg_trigger') "
    "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE t.tgname LIKE %s AND pg_table_is_visible(c.oid)",
}
FUNCTION_INSTALLED = (
    "SELECT 1 FROM pg_proc WHERE proname = 'reports_public_content' AND prosrc = %s "
    "AND pg_function_is_visible(oid)"
)


def has_all_tables(connection: BaseDatabaseWrapper) -> bool:
    """Return whether every table is there that a trigger belongs to, and that of the version."""
    wanted = {TABLE, *(tracked.table for tracked in list_tracked_tables())}
    return connection.vendor in INSTALLED and wanted <= set(connection.introspection.table_names())


def list_installed(connection: BaseDatabaseWrapper) -> dict[tuple[str, str], str]:
    """Return what tells each installed trigger from another, by its name and its table.

    In PostgreSQL that is the fingerprint in its comment, in SQLite its statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(INSTALLED[connection.vendor], [f"{PREFIX}%"])
        return {(name, table): mark or "" for name, table, mark in cursor.fetchall()}


def list_missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of triggers that are absent, outdated or of no use any more."""
    installed = list_installed(connection)
    wanted = list_wanted(connection)
    return sorted(
        name
        for name, table in installed.keys() | wanted.keys()
        if installed.get((name, table)) != wanted.get((name, table))
    )


def list_wanted(connection: BaseDatabaseWrapper) -> dict[tuple[str, str], str]:
    """Return the same as `list_installed` of a database where all is well."""
    return {
        (trigger.name, trigger.table): trigger.sql
        if connection.vendor == "sqlite"
        else trigger.fingerprint
        for trigger in list_triggers(connection.vendor)
    }


def is_function_current(connection: BaseDatabaseWrapper) -> bool:
    """Return whether the function that PostgreSQL's triggers call is today's."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(FUNCTION_INSTALLED, [FUNCTION_BODY])
        return cursor.fetchone() is not None


def install_triggers(using: str = "default") -> None:
    """Make the triggers that are missing; drop those that differ or are of no use any more."""
    connection = connections[using]
    if not is_function_current(connection):
        with connection.cursor() as cursor:
            cursor.execute(FUNCTION)
    outdated = set(list_missing(connection))
    installed = {table for name, table in list_installed(connection) if name in outdated}
    remove_triggers(using, installed, outdated)
    for trigger in list_triggers(connection.vendor):
        if trigger.name in outdated:
            with transaction.atomic(using), connection.cursor() as cursor:
                limit_waiting(connection)
                cursor.execute(trigger.sql)
                if connection.vendor == "postgresql":
                    on = f'"{trigger.name}" ON "{trigger.table}"'
                    cursor.execute(f"COMMENT ON TRIGGER {on} IS %s", [trigger.fingerprint])


def remove_triggers(
    using: str = "default",
    tables: Collection[str] | None = None,
    names: Collection[str] | None = None,
) -> None:
    """Drop triggers of some tables, and of some names; of all where None is given."""
    connection = connections[using]
    for name, table in list_installed(connection):
        if (tables is None or table in tables) and (names is None or name in names):
            with transaction.atomic(using), connection.cursor() as cursor:
                limit_waiting(connection)
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER "{name}"{on}')


def limit_waiting(connection: BaseDatabaseWrapper) -> None:
    """Let this transaction wait for a lock for a few seconds at most."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")


def renew_version(using: str = "default") -> None:
    """Store another version, as the only one."""
    with transaction.atomic(using), connections[using].cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")
        cursor.execute(f"INSERT INTO {TABLE} (token) VALUES (%s)", [secrets.token_hex(16)])


def remove_version(using: str = "default") -> None:
    """Delete the version: without one, nobody keeps an answer."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")


def has_version(using: str = "default") -> bool:
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {TABLE}")
        return cursor.fetchone() is not None
