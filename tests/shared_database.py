"""The database of a test, for processes of their own."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from tests.browser.demo_fixture import keep
from tests.optional_apps import list_missing

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def shared_database(folder: Path) -> Iterator[str]:
    """Yield the `DATABASE_URL` of the test's database; afterwards the test sees what others did.

    A database in memory is copied to a file in `folder`, and back. The test must not be inside a
    transaction (`transaction=True`).
    """
    if connection.vendor == "sqlite":
        file = folder / "shared.sqlite3"
        keep(file)
        with closing(sqlite3.connect(file)) as copy:  # as `migrate` leaves it: who changes to that
            copy.execute("PRAGMA journal_mode=WAL")  # mode at the same moment does not wait
        yield f"sqlite:///{file}"
        with closing(sqlite3.connect(file)) as copy:  # rows keep their ids: no cache is stale
            copy.backup(connection.connection)
        return
    database = connection.settings_dict
    account = f"{database['USER']}:{database['PASSWORD']}".rstrip(":")
    options = database["OPTIONS"]  # where a host that is a folder of sockets stands
    host = database["HOST"] or options.get("host", "")
    where = f"host={host}&port={database['PORT'] or options.get('port', 5432)}"
    yield f"postgres://{account}@/{database['NAME']}?{where}"


def name_settings() -> str:
    """Return the settings of another process: without the apps that this one is without."""
    return os.environ["DJANGO_SETTINGS_MODULE"] if list_missing() else "cms.settings.dev"


def describe_process(url: str, *command: str, **variables: str) -> dict[str, object]:
    """Return the arguments of `subprocess` for Python on that database, as the demo runs."""
    inherited = {name: value for name, value in os.environ.items() if name != "CACHE_URL"}
    return {
        "args": [sys.executable, *command],
        "cwd": ROOT,
        "env": {
            **inherited,
            "DJANGO_SETTINGS_MODULE": name_settings(),
            "DATABASE_URL": url,
            "PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}",
            **variables,
        },
        "text": True,
    }
