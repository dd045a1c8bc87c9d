"""Production settings demand what is secret or local, and refuse development's."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.operations import deployment
from cms.operations.postgresql.checks import check_limits
from cms.settings import environment

ROOT = Path(__file__).resolve().parents[3]
GOOD = {
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "bilan.example.org",
    "BASE_URL": "https://bilan.example.org",
    "DATABASE_URL": "sqlite:////tmp/bilan-production.sqlite3",  # nobody opens it
    "CLIENT_ADDRESS_HEADER": "ClientAddress",
}
# Every variable that settings read, but those that are demanded.
OPTIONAL = sorted(
    name
    for path in (ROOT / "cms" / "settings").glob("*.py")
    for call in re.findall(r"environment\.\w+\(([^()]*)", path.read_text())
    for name in re.findall(r'"([A-Z0-9_]{4,})"', call)
    if name not in GOOD
)


def start(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = command or ("manage.py", "check", "--deploy", "--fail-level", "ERROR")
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**kept, "DJANGO_SETTINGS_MODULE": "cms.settings.production", **variables},
        capture_output=True,
        text=True,
    )


def test_it_starts_with_what_it_needs() -> None:
    run = start(**GOOD)
    assert run.returncode == 0, run.stderr
    assert "cms." not in run.stderr


def test_an_empty_variable_means_its_default() -> None:
    """All of them at once, and the whole of both settings."""
    show = (
        "from django.conf import settings as s;"
        "print({name: repr(getattr(s, name)) for name in dir(s) if name.isupper()})"
    )
    production = {**GOOD, **dict.fromkeys(OPTIONAL, "")}
    assert len(OPTIONAL) > 45
    assert start("-c", show, **production).stdout == start("-c", show, **GOOD).stdout != ""
    demo = {"DJANGO_SETTINGS_MODULE": "cms.settings.dev"}
    empty = dict.fromkeys([*OPTIONAL, *GOOD], "") | demo
    assert start("-c", show, **empty).stdout == start("-c", show, **demo).stdout != ""


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"])
def test_it_refuses_to_start_without(missing: str) -> None:
    run = start(**{**GOOD, missing: ""})
    assert run.returncode != 0
    assert f"Set the environment variable {missing}: see docs" in run.stderr.splitlines()[-1]


def test_all_that_is_demanded_is_named_at_once() -> None:
    run = start(SECRET_KEY=" ", ALLOWED_HOSTS="")
    assert run.returncode != 0
    names = "SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL"
    assert f"Set the environment variables {names}: " in run.stderr.splitlines()[-1]


@pytest.mark.parametrize("key", ["short", "a-key-for-development-only-that-production-refuses"])
def test_it_refuses_a_weak_key_without_printing_it(key: str) -> None:
    run = start(**{**GOOD, "SECRET_KEY": key})
    assert run.returncode != 0
    assert "SECRET_KEY is a development key" in run.stderr.splitlines()[-1]


def test_the_log_of_a_server_warns_too() -> None:
    """Of any host name and of no address: a server starts without running checks."""
    wrong = {**GOOD, "ALLOWED_HOSTS": "*", "BASE_URL": "", "CLIENT_ADDRESS_HEADER": ""}
    run = start("-c", "import cms.wsgi", **wrong)
    assert run.returncode == 0, run.stderr
    assert "ALLOWED_HOSTS is *" in run.stderr
    assert "BASE_URL is not set" in run.stderr
    assert "CLIENT_ADDRESS_HEADER is not set" in run.stderr


def list_ids(settings: Any, header: str = "ClientAddress") -> list[str | None]:
    settings.DEMO_ACCOUNTS_ALLOWED = False
    settings.CLIENT_ADDRESS_HEADER = header
    return [message.id for check in deployment.CHECKS for message in check()]


def test_what_production_is_warned_of(settings: Any) -> None:
    settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["*"], "http://127.0.0.1:8000"
    assert list_ids(settings, header="") == ["cms.W001", "cms.W002", "cms.W009"]
    settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["a.example"], "https://a.example"
    assert list_ids(settings) == []


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ({"WEB_THREADS": 5, "DATABASE_POOL_SIZE": 5}, "W003"),
        ({"DATABASE_POOL_SIZE": 1}, "W004"),
        ({"DATABASE_POOL_SIZE": 17}, "W005"),
        ({"DATABASE_LOCK_SECONDS": 15}, "W006"),
        ({"DATABASE_POOL_SECONDS": 2}, "W007"),
    ],
)
def test_limits_that_contradict_each_other(
    settings: Any, names: dict[str, int], number: str
) -> None:
    assert check_limits() == []
    for name, value in names.items():
        setattr(settings, name, value)
    (message,) = check_limits()
    assert message.id == f"cms.{number}"
    assert next(iter(names)) in message.msg
    assert message.msg.count(". ") == 0


def test_limits_that_are_off_contradict_nothing(settings: Any) -> None:
    settings.DATABASE_STATEMENT_SECONDS = settings.DATABASE_LOCK_SECONDS = 0
    assert check_limits() == []


@pytest.mark.parametrize("absent", range(4))
def test_each_password_validator_is_demanded(settings: Any, absent: int) -> None:
    settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["a.example"], "https://a.example"
    validators = list(settings.AUTH_PASSWORD_VALIDATORS)
    settings.AUTH_PASSWORD_VALIDATORS = validators[:absent] + validators[absent + 1 :]
    assert list_ids(settings) == ["cms.E002"]


def test_twelve_characters_are_demanded(settings: Any) -> None:
    settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["a.example"], "https://a.example"
    short = {"NAME": settings.AUTH_PASSWORD_VALIDATORS[1]["NAME"], "OPTIONS": {"min_length": 11}}
    first, _, *rest = settings.AUTH_PASSWORD_VALIDATORS
    settings.AUTH_PASSWORD_VALIDATORS = [first, short, *rest]
    assert list_ids(settings) == ["cms.E003"]


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (lambda: environment.read_text("X", "d"), "", "d"),
        (lambda: environment.read_text("X", "d"), "  ", "d"),
        (lambda: environment.read_text("X", "d"), " a ", "a"),
        (lambda: environment.read_integer("X", 7), "", 7),
        (lambda: environment.read_integer("X", 7), "0", 0),
        (lambda: environment.read_integer("X", 7, most=9), "9", 9),
        (lambda: environment.read_choice("X", ("a", "b"), "a"), "", "a"),
        (lambda: environment.read_choice("X", ("a", "b"), "a"), "b", "b"),
        (lambda: environment.read_matching("X", re.compile("a+"), "is some a"), "", ""),
        (lambda: environment.read_matching("X", re.compile("a+"), "is some a"), "aa", "aa"),
        (lambda: environment.read_flag("X", True), "", True),
        (lambda: environment.read_flag("X", True), "0", False),
        (lambda: environment.read_flag("X", False), "1", True),
        (lambda: environment.read_items("X", ["d"]), "", ["d"]),
        (lambda: environment.read_items("X", ["d"]), " a, ,b ", ["a", "b"]),
        (lambda: environment.read_items("X", ["d"]), "off", []),
        (lambda: environment.read_rate("X", "1/day"), "", "1/day"),
        (lambda: environment.read_rate("X", "1/day"), "off", ""),
        (lambda: environment.read_rate("X", "1/day"), "5/minute", "5/minute"),
        (lambda: environment.read_mapping("X"), "", {}),
        (lambda: environment.read_url("X", ["http"], "d"), "", "d"),
        (lambda: environment.read_header("X"), "ClientAddress", "ClientAddress"),
        (lambda: environment.read_contacts("X"), "", []),
        (lambda: environment.read_contacts("X"), "mailto:a@b.example", ["mailto:a@b.example"]),
        (lambda: environment.read_moment("X"), "", None),
        (
            lambda: environment.read_moment("X"),
            "2030-01-31T00:00:00Z",
            datetime(2030, 1, 31, tzinfo=UTC),
        ),
    ],
)
def test_a_variable_is_read(monkeypatch: Any, read: Any, value: str, expected: object) -> None:
    monkeypatch.setenv("X", value)
    assert read() == expected


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda: environment.read_integer("X", 7), "seven"),
        (lambda: environment.read_integer("X", 7), "-1"),
        (lambda: environment.read_integer("X", 7), "1.5"),
        (lambda: environment.read_integer("X", 7), "²"),
        (lambda: environment.read_integer("X", 7), "9" * 5000),
        (lambda: environment.read_integer("X", 7, least=1), "0"),
        (lambda: environment.read_integer("X", 7, most=9), "10"),
        (lambda: environment.read_choice("X", ("a", "b"), "a"), "zz"),
        (lambda: environment.read_matching("X", re.compile("a+"), "is some a"), "az"),
        (lambda: environment.read_flag("X", True), "yes"),
        (lambda: environment.read_rate("X", "1/day"), "fast"),
        (lambda: environment.read_rate("X", "1/day"), "5/fortnight"),
        (lambda: environment.read_mapping("X"), "[]"),
        (lambda: environment.read_mapping("X"), "{"),
        (lambda: environment.read_url("X", ["redis", "unix"]), "secret:6379"),
        (lambda: environment.read_header("X"), "X-Forwarded-For"),
        (lambda: environment.read_header("X"), "X_Real_IP"),
        (lambda: environment.read_contacts("X"), "a@b.example"),
        (lambda: environment.read_contacts("X"), "https://a.example/b\nExpires: never"),
        (lambda: environment.read_moment("X"), "2031-02-28"),
        (lambda: environment.read_moment("X"), "soon"),
        (lambda: environment.refuse_retired("X", "Y"), "1"),
    ],
)
def test_a_wrong_value_is_one_sentence_that_names_the_variable(
    monkeypatch: Any, read: Any, value: str
) -> None:
    monkeypatch.setenv("X", value)
    with pytest.raises(ImproperlyConfigured) as refusal:
        read()
    said = str(refusal.value)
    assert re.fullmatch(r"(The environment variable )?X .*see docs/operators\.md\.", said)
    assert value not in said.replace("ClientAddress", "")


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1:8000", 200), ("evil.example", 400)])
def test_the_demonstration_answers_to_this_machine_only(host: str, status: int) -> None:
    program = (
        "import django; django.setup(); from django.test import Client;"
        f"print(Client().get('/schema.graphql', HTTP_HOST='{host}').status_code)"
    )
    run = start("-c", program, DJANGO_SETTINGS_MODULE="cms.settings.dev")
    assert run.stdout.split() == [str(status)], run.stderr
    opened = start(
        "-c",
        program,
        DJANGO_SETTINGS_MODULE="cms.settings.dev",
        ALLOWED_HOSTS="evil.example,127.0.0.1",
    )
    assert opened.stdout.split() == ["200"], opened.stderr
