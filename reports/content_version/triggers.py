"""The triggers that renew the content version, in each database's own words.

They are made anew after each `migrate` and not by a migration: SQLite drops the triggers of a table
that a migration remakes, and PostgreSQL those on a column that one removes, without a word.
"""

import secrets
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from reports.content_version.tracked_tables import Watched, list_tracked_tables

NAME = "content_version"
TABLE = "reports_contentversion"

SQLITE = """
CREATE TRIGGER {name} AFTER {event} ON "{table}" WHEN {condition}
BEGIN UPDATE reports_contentversion SET token = lower(hex(randomblob(16))); END
"""

# Deferred to the commit: one row that every editor's transaction held from its first change to its
# last would make them wait for each other, or lock each other out.
POSTGRESQL = """
CREATE CONSTRAINT TRIGGER {name} AFTER {event} ON "{table}" DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION reports_public_content()
"""
FUNCTION = """
CREATE OR REPLACE FUNCTION reports_public_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reports_contentversion SET token = replace(gen_random_uuid()::text, '-', '');
    RETURN NULL;
END $$
"""
FOUND = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
    "postgresql": "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c "
    "ON c.oid = t.tgrelid WHERE t.tgname LIKE %s AND pg_table_is_visible(c.oid)",
}


def install_triggers(using: str = "default", **kwargs: Any) -> None:
    """Makes the triggers and renews the version; before all tables are there, does nothing."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if connection.vendor not in FOUND or not tables >= {
        TABLE,
        *(w.table for w in list_tracked_tables()),
    }:
        return
    remove_triggers(using)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for one in list_tracked_tables():
            for statement in list_statements(connection.vendor, one):
                cursor.execute(statement)
        cursor.execute(f"INSERT INTO {TABLE} (token) VALUES (%s)", [secrets.token_hex(16)])


def remove_triggers(using: str = "default", **kwargs: Any) -> None:
    """Takes the triggers away, and the version: without it, nobody keeps an answer."""
    connection = connections[using]
    if TABLE not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")
        for name, table in list_installed(connection):
            on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on}')


def list_installed(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """The triggers that are there, each with its table."""
    with connection.cursor() as cursor:
        cursor.execute(FOUND[connection.vendor], [f"{NAME}%"])
        return [(str(name), str(table)) for name, table in cursor.fetchall()]


def list_statements(vendor: str, one: Watched) -> list[str]:
    """One trigger per event, each of which fires only where something public may have changed."""
    differ = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    template = SQLITE if vendor == "sqlite" else POSTGRESQL
    changed = " OR ".join(f'OLD."{c}" {differ} NEW."{c}"' for c in one.columns)
    always = "1 = 1"
    conditions = {
        "INSERT": f'NEW."{one.columns[0]}" IS NOT NULL' if one.schedule else always,
        "UPDATE": changed,
        "DELETE": f'OLD."{one.columns[0]}" IS NOT NULL' if one.schedule else always,
    }
    return [
        template.format(
            name=f"{NAME}_{one.table}_{event.lower()}",
            event=event,
            table=one.table,
            condition=condition,
        )
        for event, condition in conditions.items()
    ]
