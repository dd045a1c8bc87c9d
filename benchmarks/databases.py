"""An empty database for one measurement: a file, or one beside that of `DATABASE_URL`."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

SCHEMES = ("postgres", "postgresql")


@contextmanager
def temporary_database(folder: str) -> Iterator[str]:
    """Make a database and return its address; drop it afterwards.

    It is on the PostgreSQL server of `DATABASE_URL`, if that names one, or else a file in `folder`.
    """
    given = os.environ.get("DATABASE_URL", "")
    address = urlsplit(given)
    if address.scheme not in SCHEMES:
        yield f"sqlite:///{folder}/bilan.sqlite3"
        return
    import psycopg

    name = f"bilan_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield address._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
