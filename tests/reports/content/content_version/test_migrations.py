"""A `migrate` touches triggers and version only where it must."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, migrations, models, transaction
from django.db.migrations import Migration
from wagtail.models import Site

from reports.content.content_version import checks, triggers, version
from reports.content.content_version import migrations as receivers
from reports.content.content_version.tracked_tables import list_tracked_tables
from reports.content.models import Term

COMMITS = pytest.mark.django_db(transaction=True, serialized_rollback=True)
SERVICE = "content_version_reports_service_update"


def drop(name: str, table: str) -> None:
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')


def make_otherwise() -> None:
    """Put an outdated trigger in the place of one."""
    (sql,) = [t.sql for t in triggers.list_triggers(connection.vendor) if t.name == SERVICE]
    drop(SERVICE, "reports_service")
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("AFTER UPDATE ON", 'AFTER UPDATE OF "name" ON'))


def say(*databases: str) -> list[str]:
    return [str(message.msg) for message in checks.check_content_version(list(databases))]


@contextmanager
def recorded() -> Iterator[list[str]]:
    """Collect the statements that change a database."""
    statements: list[str] = []

    def record(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        words = ("CREATE", "DROP", "COMMENT", "INSERT", "UPDATE", "DELETE", "ALTER")
        if sql.lstrip().upper().startswith(words):
            statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(record):
        yield statements


@COMMITS
def test_with_nothing_to_do_nothing_is_touched() -> None:
    before = version.read_current_version()
    with recorded() as statements:
        call_command("migrate", verbosity=0)

    assert [sql for sql in statements if "content" in sql.lower() and "version" in sql] == []
    assert version.read_current_version() == before


@COMMITS
def test_what_is_missing_is_made_and_nothing_else() -> None:
    before = version.read_current_version()
    drop(SERVICE, "reports_service")
    assert say("default") == [
        f"Triggers of the content version are missing or outdated: {SERVICE}."
    ]
    with recorded() as statements:
        call_command("migrate", verbosity=0)

    made = [sql for sql in statements if sql.startswith(("CREATE TRIGGER", "CREATE CONSTRAINT"))]
    assert [SERVICE in sql for sql in made] == [True]
    assert say("default") == []
    assert version.read_current_version() not in (before, None)


@COMMITS
def test_a_trigger_of_other_words_is_made_anew() -> None:
    make_otherwise()
    assert triggers.list_missing(connection) == [SERVICE]
    call_command("migrate", verbosity=0)

    assert triggers.list_missing(connection) == []


@COMMITS
def test_down_and_up_again() -> None:
    before = version.read_current_version()
    call_command("migrate", "reports", "0003", verbosity=0)
    assert triggers.list_installed(connection) == {}
    Site.objects.update(site_name="A")
    call_command("migrate", "reports", verbosity=0)

    assert triggers.list_missing(connection) == []
    assert version.read_current_version() not in (before, None)


def plan(*operations: Any, app: str = "reports", backwards: bool = False) -> receivers.Plan:
    migration = Migration("9999", app)
    migration.operations = list(operations)
    return [(migration, backwards)]


ADD = migrations.AddField("service", "extra", models.TextField(default=""))
ROWS = migrations.RunPython(migrations.RunPython.noop)
SQL = migrations.RunSQL("SELECT 1")


@COMMITS
def test_while_it_runs_there_is_no_version() -> None:
    receivers.prepare_migration(plan=plan(ROWS))
    assert version.read_current_version() is None
    assert say("default")[-1] == "There is no content version: the last migration did not end."
    Term.objects.create(name="T", slug="t")
    assert version.read_current_version() is None
    receivers.finish_migration(plan=plan(ROWS))

    assert triggers.list_missing(connection) == []
    assert version.read_current_version() is not None
    assert say("default") == []


@COMMITS
def test_only_the_triggers_of_altered_tables_go() -> None:
    if connection.vendor == "sqlite":
        receivers.prepare_migration(plan=plan(ADD))
        assert triggers.list_installed(connection) == {}  # it remakes tables under other names
        receivers.finish_migration(plan=plan(ADD))
        return
    all_tables = {table.table for table in list_tracked_tables()}
    for operation, kept in (
        (ADD, all_tables - {"reports_service"}),
        (ROWS, all_tables),
        (SQL, {table for table in all_tables if not table.startswith("reports_")}),
        (migrations.SeparateDatabaseAndState([ADD]), all_tables - {"reports_service"}),
    ):
        receivers.prepare_migration(plan=plan(operation))
        assert {table for _, table in triggers.list_installed(connection)} == kept
        receivers.finish_migration(plan=plan(operation))
        assert triggers.list_missing(connection) == []


@COMMITS
def test_a_migration_may_change_rows_and_then_the_table() -> None:
    """Events that wait for the commit would keep PostgreSQL from altering the table."""
    Term.objects.create(name="T", slug="t")
    receivers.prepare_migration(plan=plan(ROWS))
    with transaction.atomic(), connection.cursor() as cursor:
        Term.objects.update(name="U")
        cursor.execute("ALTER TABLE reports_term ADD COLUMN extra integer")
        transaction.set_rollback(True)
    receivers.finish_migration(plan=plan(ROWS))


@COMMITS
def test_who_waits_for_a_lock_gives_up() -> None:
    """A dump or a long report reads a table: others may read it too, meanwhile."""
    if connection.vendor == "sqlite":
        return
    reader = connection.copy()
    make_otherwise()
    try:
        reader.set_autocommit(False)
        with reader.cursor() as cursor:
            cursor.execute("SELECT 1 FROM reports_service")
        with pytest.raises(CommandError, match="lock"):
            call_command("migrate", verbosity=0)
        assert triggers.list_missing(connection) == [SERVICE]
    finally:
        reader.rollback()
        reader.close()
    call_command("migrate", verbosity=0)
    assert triggers.list_missing(connection) == []


@COMMITS
def test_one_process_migrates_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[str] = []

    @contextmanager
    def busy_once(name: str) -> Iterator[bool]:
        tries.append(name)
        yield len(tries) > 1

    monkeypatch.setattr("reports.content.process_lock.hold", busy_once)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    call_command("migrate", verbosity=0)

    assert tries == ["migrate", "migrate"]


@COMMITS
def test_who_waits_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.content.process_lock.hold", lambda name: nullcontext(False))
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with pytest.raises(CommandError, match="Another process"):
        call_command("migrate", verbosity=0)
