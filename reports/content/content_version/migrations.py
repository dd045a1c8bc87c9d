"""Installs the triggers of the content version after `migrate`, where they have changed.

While it runs, nothing is kept, for there is no version; and it renews the version at its end.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.migrations import Migration, RunSQL
from django.db.migrations.operations.base import Operation

from reports.content.content_version import triggers
from reports.content.content_version.trigger_definitions import MIGRATING

Plan = list[tuple[Migration, bool]]  # each with whether it goes backwards


def prepare_migration(using: str = "default", plan: Plan | None = None, **kwargs: Any) -> None:
    """Remove the version, and the triggers that would hinder the migrations of `plan`."""
    connection = connections[using]
    if not plan or triggers.TABLE not in connection.introspection.table_names():
        return
    triggers.remove_version(using)
    if connection.vendor == "sqlite" or any(backwards for _, backwards in plan):
        triggers.remove_triggers(using)
        return
    triggers.remove_triggers(using, list_altered_tables(plan))
    triggers.remove_triggers(using, names=triggers.list_missing(connection))
    set_migrating(using, "on")


def finish_migration(using: str = "default", plan: Plan | None = None, **kwargs: Any) -> None:
    """Install the triggers that are missing, and renew the version if anything was migrated."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        set_migrating(using, "off")
    if not triggers.has_all_tables(connection):
        return
    missing = triggers.list_missing(connection)
    if missing or not triggers.is_function_current(connection):
        triggers.install_triggers(using)
    if plan or missing or not triggers.has_version(using):
        triggers.renew_version(using)


def set_migrating(using: str, value: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, false)", [MIGRATING, value])


def list_altered_tables(plan: Plan) -> set[str]:
    """Return the tables that a migration of a plan may alter. Changed rows do not count."""
    altered = set()
    for migration, _ in plan:
        app = migration.app_label
        for operation in walk_operations(migration.operations):
            if isinstance(operation, RunSQL):  # who knows which
                altered |= {model._meta.db_table for model in apps.get_app_config(app).get_models()}
            for attribute in ("model_name", "name", "old_name", "new_name"):
                altered.add(f"{app}_{getattr(operation, attribute, '')}".lower())
    return altered


def walk_operations(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Yield operations, and those inside them."""
    for operation in operations:
        yield operation
        yield from walk_operations(getattr(operation, "database_operations", ()))
