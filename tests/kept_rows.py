"""The rows that migrations made, put back as they are once a test has emptied the database.

Django reads them from JSON and saves one after another, before and after each test that has
transactions of its own: on PostgreSQL that took such a test two thirds of a second.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.browser.demo_fixture import keep, put_back

# Statements for PostgreSQL: a schema beside that of the tables has a copy of each that has rows.
KEEP = """DO $$ DECLARE name text; filled boolean; BEGIN
    CREATE SCHEMA kept;
    FOREACH name IN ARRAY %s::text[] LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%%I)', name) INTO filled;
        CONTINUE WHEN NOT filled;
        EXECUTE format('CREATE TABLE kept.%%I AS TABLE public.%%I', name, name);
    END LOOP;
END $$"""
EMPTY = """DO $$ DECLARE name text; filled boolean; BEGIN
    SET LOCAL session_replication_role = replica; -- no trigger and no constraint looks on
    FOREACH name IN ARRAY ARRAY[{names}] LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', name) INTO filled;
        IF filled THEN EXECUTE format('DELETE FROM %I', name); END IF;
    END LOOP;
END $$"""
PUT_BACK = """DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
        EXECUTE format('INSERT INTO public.%I TABLE kept.%I', name, name);
    END LOOP;
END $$"""


def keep_rows(creation: BaseDatabaseCreation) -> str:
    """Keep what is in the database; return where, which stands for Django's JSON."""
    if connection.vendor == "sqlite":
        file = Path(mkdtemp()) / "kept.sqlite3"
        keep(file)
        return str(file)
    with connection.cursor() as cursor:
        tables = connection.introspection.django_table_names(only_existing=True)
        cursor.execute(KEEP, [tables])
    return "kept"


def put_rows_back(creation: BaseDatabaseCreation, kept: str) -> None:
    """Put back what was kept, unless it is there."""
    if ContentType.objects.exists():
        return
    if connection.vendor == "sqlite":
        put_back(Path(kept))
    else:
        with connection.cursor() as cursor:
            cursor.execute(PUT_BACK)


def list_flush(operations: Any, style: Any, tables: Sequence[str], **options: bool) -> list[str]:
    """Return what empties these tables: `TRUNCATE` writes each anew, with or without rows."""
    names = ", ".join(f"'{table}'" for table in tables)
    return [EMPTY.format(names=names)] if tables else []


def keep_rows_of_migrations() -> None:
    """Replace Django's way; to be called before it creates the database."""
    BaseDatabaseCreation.serialize_db_to_string = keep_rows
    DatabaseOperations.sql_flush = list_flush
    BaseDatabaseCreation.deserialize_db_from_string = put_rows_back
