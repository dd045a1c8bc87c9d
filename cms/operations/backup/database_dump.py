"""Dumps the database into a file, and loads it into an empty one, with the tools of its engine."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.db import connection, connections

from cms.settings import environment

UNNAMED = (
    "DATABASE_URL is not set, and the database of the demonstration is neither backed up nor "
    "restored: read the variables first (`set -a && . /etc/bilan.env && set +a`)."
)
NAMES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def require_named_database() -> None:
    """Raise CommandError if DATABASE_URL is not set and the default database would be used.

    A nightly job without its variables would save an empty database, and nobody would know.
    """
    if not environment.read_text("DATABASE_URL"):
        raise CommandError(UNNAMED)


def dump_database(folder: Path) -> str:
    """Write a consistent dump of the whole database; return the name of the file."""
    name = NAMES[connection.vendor]
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(folder / name)) as target:
            connection.ensure_connection()
            connection.connection.backup(target)
    else:
        run("pg_dump", "--format=custom", "--no-owner", f"--file={folder / name}")
    return name


def require_same_engine(folder: Path) -> None:
    """Raise CommandError if a backup comes from another kind of database than this one."""
    name = NAMES[connection.vendor]
    if not (folder / name).exists():
        other = next(each for each in NAMES.values() if each != name)
        raise CommandError(f"{folder} holds {other}, of another kind of database than this one.")


def load_database(folder: Path) -> None:
    """Load a dump into the empty database: all of it or nothing."""
    name = NAMES[connection.vendor]
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(folder / name)) as source:
            connection.ensure_connection()
            source.backup(connection.connection)
    else:
        options = ("--no-owner", "--exit-on-error", "--single-transaction")
        run("pg_restore", *options, f"--dbname={connection.settings_dict['NAME']}", folder / name)
    connections.close_all()


def has_content() -> bool:
    """Return whether the database has any table."""
    return bool(connection.introspection.table_names())


def run(program: str, *arguments: object) -> None:
    """Run a tool of PostgreSQL on the database of the settings; its password is in no argument."""
    try:
        done = subprocess.run(
            [program, *map(str, arguments)],
            env={**os.environ, **list_variables(connection.settings_dict)},
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        raise CommandError(f"{program} is not installed: it comes with PostgreSQL.") from None
    if done.returncode:
        raise CommandError(f"{program} failed: {done.stderr.strip()[-2000:]}")


def list_variables(settings: dict[str, Any]) -> dict[str, str]:
    """Return the environment variables for PostgreSQL's tools: server, database and user."""
    options = settings["OPTIONS"]
    variables = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
        "PGSSLMODE": options.get("sslmode"),
        "PGSSLROOTCERT": options.get("sslrootcert"),
    }
    return {name: str(value) for name, value in variables.items() if value}
