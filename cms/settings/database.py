"""Settings of the database, and limits on how long a request may keep it busy.

docs/operators.md describes the variables.
"""

from contextlib import suppress
from typing import Any

import dj_database_url

from cms.settings import environment, process
from cms.settings.authorities import CA_BUNDLE
from cms.settings.extras import require_extra
from cms.settings.places import VAR

_FILE = VAR / "bilan.sqlite3"
_SQLITE = "django.db.backends.sqlite3"

# How many requests a web process answers at a time: --blocking-threads of granian.
WEB_THREADS = environment.read_integer("WEB_THREADS", 16, least=1)

# The connections that a web process holds at most, and how long a request waits for one.
DATABASE_POOL_SIZE = environment.read_integer("DATABASE_POOL_SIZE", WEB_THREADS, least=1)
DATABASE_POOL_SECONDS = environment.read_integer("DATABASE_POOL_SECONDS", 5, least=1)

# Seconds. 0 lifts a limit of PostgreSQL's, but the one of a connection has no end to be lifted.
DATABASE_CONNECT_SECONDS = environment.read_integer("DATABASE_CONNECT_SECONDS", 3, least=1)
DATABASE_STATEMENT_SECONDS = environment.read_integer("DATABASE_STATEMENT_SECONDS", 15)
DATABASE_LOCK_SECONDS = environment.read_integer("DATABASE_LOCK_SECONDS", 3)
DATABASE_IDLE_SECONDS = environment.read_integer("DATABASE_IDLE_SECONDS", 30)
DATABASE_COMMAND_LOCK_SECONDS = environment.read_integer("DATABASE_COMMAND_LOCK_SECONDS", 10)

# A server that has vanished without a word is given up after some 20 seconds, not two hours.
_NETWORK = {
    "connect_timeout": DATABASE_CONNECT_SECONDS,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 20_000,  # ms
}
_WEB_LIMITS = {
    "statement_timeout": DATABASE_STATEMENT_SECONDS,
    "lock_timeout": DATABASE_LOCK_SECONDS,
    "idle_in_transaction_session_timeout": DATABASE_IDLE_SECONDS,
}
# A command may take its time: a migration, a rebuild. It must not make readers queue behind it.
_COMMAND_LIMITS = {"lock_timeout": DATABASE_COMMAND_LOCK_SECONDS}


def _bound_database(database: dict[str, Any], web: bool) -> None:
    """Set the limits for a process on PostgreSQL. Options in `DATABASE_URL` override them."""
    limits = _WEB_LIMITS if web else _COMMAND_LIMITS
    authorities = {"sslrootcert": CA_BUNDLE} if CA_BUNDLE else {}
    require_extra("postgres", "DATABASE_URL")
    options = _NETWORK | authorities | database.get("OPTIONS", {})
    flags = [f"-c {name}={seconds}s" for name, seconds in limits.items()]
    options["options"] = " ".join([*flags, str(options.get("options", ""))]).strip()
    database["OPTIONS"] = options
    if web:  # psycopg's pool instead of a connection for each thread
        database["ENGINE"] = "cms.operations.postgresql"
        database["CONN_MAX_AGE"] = 0
        database["CONN_HEALTH_CHECKS"] = True
        options["pool"] = {
            "min_size": 0,
            "max_size": DATABASE_POOL_SIZE,
            "timeout": DATABASE_POOL_SECONDS,
        }


def _read_database() -> dict[str, Any]:
    """Return the database settings in `DATABASE_URL`."""
    schemes = ("postgres", "postgresql", "sqlite")
    address = environment.read_url("DATABASE_URL", schemes, f"sqlite:///{_FILE}")
    database: dict[str, Any] = {}
    with suppress(ValueError):  # whose message would show the password
        database |= dj_database_url.parse(address, conn_max_age=60)
    if not database:
        environment.refuse(
            "DATABASE_URL",
            "is an address; a password in it has %2F %3A %40 %3F %23 %5B %25 for / : @ ? # [ %",
        )
    return database


DATABASES: dict[str, Any] = {"default": _read_database()}
if DATABASES["default"]["ENGINE"] == _SQLITE:
    # Readers go on while an editor saves, and a second writer waits instead of failing. Each thread
    # has a connection, which keeps 400 KiB of pages, as many as a search of two reports reads. What
    # SQLite knows of the tables takes 0.6 MiB more in each.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-400;"
        ),
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    _bound_database(DATABASES["default"], process.is_web())
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
