"""What a process may ask of the database depends on its kind."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
READ = """
import json
from cms.settings import process
{mark}
from cms.settings import database
print(json.dumps(database.DATABASES["default"]))
"""
URL = "postgres://a@b/c"


def read_database(web: bool, **variables: str) -> dict[str, Any]:
    """Return the database of a process that has just begun."""
    program = READ.format(mark="process.mark_web()" if web else "")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": URL, **variables},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_a_web_process() -> None:
    database = read_database(web=True)
    assert database["ENGINE"] == "cms.operations.postgresql"
    assert database["CONN_MAX_AGE"] == 0
    assert database["OPTIONS"]["connect_timeout"] == 3
    assert database["OPTIONS"]["options"].split(" -c ") == [
        "-c statement_timeout=15s",
        "lock_timeout=3s",
        "idle_in_transaction_session_timeout=30s",
    ]
    assert database["OPTIONS"]["pool"] == {"min_size": 0, "max_size": 16, "timeout": 5}


def test_a_command() -> None:
    database = read_database(web=False)
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert database["OPTIONS"]["connect_timeout"] == 3
    assert database["OPTIONS"]["options"] == "-c lock_timeout=10s"
    assert "pool" not in database["OPTIONS"]


def test_each_variable() -> None:
    variables = {
        "WEB_THREADS": "24",
        "DATABASE_POOL_SECONDS": "6",
        "DATABASE_CONNECT_SECONDS": "4",
        "DATABASE_STATEMENT_SECONDS": "40",
        "DATABASE_LOCK_SECONDS": "5",
        "DATABASE_IDLE_SECONDS": "0",
        "DATABASE_COMMAND_LOCK_SECONDS": "7",
    }
    options = read_database(web=True, **variables)["OPTIONS"]
    assert options["connect_timeout"] == 4
    assert options["pool"] == {"min_size": 0, "max_size": 24, "timeout": 6}
    for part in (
        "statement_timeout=40s",
        "lock_timeout=5s",
        "idle_in_transaction_session_timeout=0s",
    ):
        assert part in options["options"]
    assert read_database(web=False, **variables)["OPTIONS"]["options"] == "-c lock_timeout=7s"
    sized = read_database(web=True, WEB_THREADS="24", DATABASE_POOL_SIZE="8")
    assert sized["OPTIONS"]["pool"]["max_size"] == 8


@pytest.mark.parametrize("web", [True, False])
def test_what_the_address_says_comes_last(web: bool) -> None:
    url = f"{URL}?options=-c%20lock_timeout%3D1s&connect_timeout=9"
    options = read_database(web, DATABASE_URL=url)["OPTIONS"]
    assert options["options"].endswith("-c lock_timeout=1s")
    assert options["connect_timeout"] == 9


def test_sqlite_keeps_its_own() -> None:
    for web in (True, False):
        database = read_database(web, DATABASE_URL="sqlite:///a.sqlite3")
        assert database["ENGINE"] == "django.db.backends.sqlite3"
        assert set(database["OPTIONS"]) == {"init_command", "transaction_mode", "timeout"}


def test_the_server_marks_its_process() -> None:
    program = "import cms.wsgi; from cms.settings import process; print(process.is_web())"
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.stdout.split() == ["True"], done.stderr
