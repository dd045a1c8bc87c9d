"""A server of Bilan on a PostgreSQL of its own, which tests lock, stop and restart."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.production.servers import Postgres

ROLE = "plain"  # no superuser: limits of connections concern it


class Database(Postgres):
    """The database `bilan` of a plain role."""

    def __init__(self) -> None:
        super().__init__()
        self.start()
        self.create("bilan")
        with self.connect() as session:
            session.execute(f"CREATE ROLE {ROLE} LOGIN")
            session.execute(f"ALTER DATABASE bilan OWNER TO {ROLE}")

    @property
    def address(self) -> str:
        return f"postgres://{ROLE}@127.0.0.1:{self.port}/bilan"

    def connect(self) -> psycopg.Connection[Any]:
        """Return a session of the superuser."""
        return psycopg.connect(self.url("bilan"), autocommit=True)

    @contextmanager
    def lock(self, statement: str) -> Iterator[None]:
        """Keep a transaction open in which a statement has been executed."""
        with self.connect() as session, session.transaction():
            session.execute(statement)
            yield

    def disconnect(self) -> None:
        """End all sessions of the role, and wait until they have ended."""
        end = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = %s"
        with self.connect() as session:
            session.execute(end, [ROLE])

    def count(self, condition: str = "true") -> int:
        """Return how many sessions the role has, of those for which a condition is true."""
        statement = f"SELECT count(*) FROM pg_stat_activity WHERE usename = %s AND {condition}"
        with self.connect() as session:
            found = session.execute(statement, [ROLE]).fetchone()
        return int(found[0]) if found else 0


@dataclass(frozen=True)
class Site:
    address: str
    database: Database
    folder: Path

    @property
    def log(self) -> str:
        return "".join(file.read_text() for file in self.folder.glob("*.log"))
