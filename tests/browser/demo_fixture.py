"""A database as it was once, put back for each test that wants it: loading one takes seconds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from wagtail.models import Site


def keep(file: Path) -> None:
    """Copies the database of the test into a file; databases of another kind are loaded anew."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)


def put_back(file: Path) -> bool:
    """Whether there was such a file. What processes remember of rows that are gone is forgotten."""
    if not file.exists():
        return False
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        copy.backup(connection.connection)
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    cache.clear()
    return True
