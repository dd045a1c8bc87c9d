"""Restore a dumped database beside the one of the test run, on the same engine."""

import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

RELEASES = Path(__file__).resolve().parent


@contextmanager
def restore(release: str, name: str, folder: Path) -> Iterator[str]:
    """Yield the `DATABASE_URL` of a restored copy, which is gone afterwards."""
    dump = RELEASES / release / name
    if connection.vendor == "sqlite":
        file = folder / "upgrade.sqlite3"
        file.write_bytes(lzma.decompress(Path(f"{dump}-sqlite.sqlite3.xz").read_bytes()))
        yield f"sqlite:///{file}"
        return
    sql = lzma.decompress(Path(f"{dump}-postgres.sql.xz").read_bytes()).decode()
    with temporary_postgres() as url:
        import psycopg

        with psycopg.connect(url, autocommit=True) as database:
            database.execute(sql)  # type: ignore[call-overload]
        yield url


@contextmanager
def temporary_postgres(prefix: str = "upgrade") -> Iterator[str]:
    """Yield the address of a new, empty database on the server of the test run."""
    import psycopg
    from psycopg import sql

    settings = connection.settings_dict
    name = f"{prefix}_{settings['NAME']}"
    where = {
        "host": settings["HOST"] or None,
        "port": settings["PORT"] or None,
        "user": settings["USER"] or None,
        "password": settings["PASSWORD"] or None,
    }
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    with psycopg.connect(dbname="postgres", autocommit=True, **where) as server:
        server.execute(drop)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            account = settings["USER"] or ""
            secret = f":{settings['PASSWORD']}" if settings["PASSWORD"] else ""
            port = f"&port={settings['PORT']}" if settings["PORT"] else ""
            yield f"postgresql://{account}{secret}@/{name}?host={settings['HOST']}{port}"
        finally:
            server.execute(drop)


def answers(release: str, name: str) -> bytes:
    """Return the recorded answers of a dump, as JSON."""
    engine = "sqlite" if connection.vendor == "sqlite" else "postgres"
    return lzma.decompress((RELEASES / release / f"{name}-{engine}.answers.json.xz").read_bytes())
