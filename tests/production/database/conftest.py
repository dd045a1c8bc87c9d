import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.server import ROOT, Demonstration

from .site import Database, Site

# Long enough for a test to see that somebody waits who must not: see BOUND there.
LIMITS = {"DATABASE_LOCK_SECONDS": "8", "DATABASE_STATEMENT_SECONDS": "20"}
RATES = ("GRAPHQL_RATE_REQUESTS", "GRAPHQL_RATE_COST", "PAGES_RATE", "FILES_RATE", "LOGIN_RATE")


@pytest.fixture(scope="session")
def database() -> Iterator[Database]:
    """PostgreSQL, skipped where its programs are missing, demanded in CI."""
    if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        message = "this machine lacks PostgreSQL"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    database = Database()
    yield database
    database.stop()
    database.remove()


@pytest.fixture(scope="session")
def site(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    demonstration = Demonstration(folder)
    environment = {"DATABASE_URL": database.address, **LIMITS, **dict.fromkeys(RATES, "off")}
    for command in (["migrate", "-v", "0"], ["load_demo", "-v", "0"]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=demonstration.environment(**environment),
            check=True,
        )
    with demonstration.served(**environment) as address:
        yield Site(address, database, folder)
