"""What an operator has to mend is one sentence, and no traceback."""

import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

from cms.operations.failed_start import explain
from tests.cms.operations.test_production import GOOD, start

DEAD = "postgres://bilan:secret-word@127.0.0.1:1/bilan"


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return start("manage.py", *command, **{**GOOD, **variables})


def expect_sentence(process: subprocess.CompletedProcess[str]) -> str:
    """Return the only line of an error that ended a command."""
    assert process.returncode == 1
    assert "Traceback" not in process.stderr
    assert "secret-word" not in process.stderr
    (line,) = process.stderr.strip().splitlines()
    return line


@pytest.mark.parametrize(
    ("variables", "name"),
    [
        ({"DATABASE_STATEMENT_SECONDS": "secret-word"}, "DATABASE_STATEMENT_SECONDS"),
        ({"DATABASE_URL": "mysql://secret-word"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://bilan:secret-word/1@db.example/bilan"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://bilan:secret-word#1@db.example/bilan"}, "%23"),
        ({"DATABASE_URL": "postgres://bilan:secret-word?1@db.example/bilan"}, "%3F"),
        ({"DATABASE_URL": "postgres://bilan:secret[word@db.example/bilan"}, "%5B"),
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"PREVIEW_LINK_DAYS": "31"}, "PREVIEW_LINK_DAYS"),
        ({"PREVIEW_LINK_DAYS": "8", "PREVIEW_LINK_MAX_DAYS": "7"}, "PREVIEW_LINK_DAYS"),
        ({"PREVIEW_LINK_DAYS": "0"}, "PREVIEW_LINK_DAYS"),
        ({"DEBUG": "1"}, "DEBUG"),
        ({"CA_BUNDLE": "/secret-word"}, "CA_BUNDLE"),
        ({"CA_BUNDLE": __file__}, "CA_BUNDLE"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
    ],
)
@pytest.mark.parametrize("command", ["check", "migrate"])
def test_a_wrong_variable_is_named_in_one_line(
    command: str, variables: dict[str, str], name: str
) -> None:
    line = expect_sentence(run(command, **variables))
    assert line.startswith("Nothing was started. ")
    assert name in line


@pytest.mark.parametrize("command", [("manage.py", "run_outbox"), ("-c", "import cms.wsgi")])
@pytest.mark.parametrize(
    ("variables", "words", "cause"),
    [
        ({"DEBUG": "secret-word"}, "environment variable DEBUG is 1 or 0", "ImproperlyConfigured"),
        ({"SECRET_KEY": ""}, "SECRET_KEY", "ImproperlyConfigured"),
    ],
)
def test_a_start_that_fails_is_one_line_of_the_log(
    command: tuple[str, ...], variables: dict[str, str], words: str, cause: str
) -> None:
    line = expect_sentence(start(*command, **{**GOOD, **variables}))
    assert line.startswith("Nothing was started. ")
    said = json.loads(expect_sentence(start(*command, **{**GOOD, **variables}, LOG_FORMAT="json")))
    assert (said["level"], said["message"]) == ("CRITICAL", line)
    assert words in line
    assert cause in said["error"]


BROKEN = """
import sys
sys.modules["cms.http.body_admission"] = None
import cms.wsgi
"""


def test_a_fault_of_the_code_at_a_start_has_its_traceback_or_its_frames() -> None:
    assert "Traceback" in start("-c", BROKEN, **GOOD).stderr
    said = json.loads(
        expect_sentence(start("-W", "ignore", "-c", BROKEN, **GOOD, LOG_FORMAT="json"))
    )
    assert said["error"] == "builtins.ModuleNotFoundError"
    assert any("cms/wsgi.py" in frame for frame in said["frames"])


def test_fewer_days_at_most_lower_what_is_proposed() -> None:
    show = "from django.conf import settings as s; print(s.PREVIEW_LINK_DAYS)"
    assert start("-c", show, **GOOD, PREVIEW_LINK_MAX_DAYS="3").stdout.strip() == "3"


@pytest.mark.parametrize("command", [("check", "--database", "default"), ("set_up",), ("migrate",)])
def test_a_database_that_does_not_answer(command: tuple[str, ...]) -> None:
    line = expect_sentence(run(*command, DATABASE_URL=DEAD))
    assert line.startswith("The database of DATABASE_URL does not answer: ")


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/absent/bilan.sqlite3"
    assert "does not answer" in expect_sentence(run("set_up", DATABASE_URL=url))


def test_set_up_before_migrate(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "empty.sqlite3").close()
    url = f"sqlite:///{tmp_path}/empty.sqlite3"
    assert "run `manage.py migrate` first" in expect_sentence(run("set_up", DATABASE_URL=url))


def test_who_asks_for_the_traceback_gets_it() -> None:
    process = run("set_up", "--traceback", DATABASE_URL=DEAD)
    assert process.returncode == 1
    assert "Traceback" in process.stderr


def make_postgresql_error(code: str | None) -> OperationalError:
    import psycopg

    cause = psycopg.OperationalError("words of the server")
    cause.sqlstate = code
    error = OperationalError("words of the server")
    error.__cause__ = cause
    return error


def test_errors_of_the_code_keep_their_traceback() -> None:
    assert explain(ProgrammingError("syntax error")) == ""
    assert explain(OperationalError("database is locked")) == ""
    assert explain(make_postgresql_error("57014")) == ""  # a statement took too long
    assert explain(make_postgresql_error("55P03")) == ""


@pytest.mark.parametrize("code", [None, "08006", "57P01", "57P03"])
def test_a_server_that_is_gone_is_said_so(code: str | None) -> None:
    assert "does not answer: words of the server" in explain(make_postgresql_error(code))


def test_settings_are_explained() -> None:
    assert explain(ImproperlyConfigured("X is 1 or 0.")) == "Nothing was started. X is 1 or 0."
