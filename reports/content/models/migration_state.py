"""Checks if all migrations of the models have run on a database."""

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor


def is_migrated(using: str) -> bool:
    """Return whether all migrations of the models have run on the default database.

    After `migrate reports 0017` they have not: the models may ask for columns that are not there.
    """
    if using != DEFAULT_DB_ALIAS:
        return False
    connection = connections[using]
    tables = {model._meta.db_table for model in apps.get_app_config("reports").get_models()}
    if not tables <= set(connection.introspection.table_names()):
        return False
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
