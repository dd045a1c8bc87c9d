"""While the database is gone, every door says so, and nothing of the machine."""

import re
from typing import Any

import psycopg
import pytest
from django.db import InterfaceError, InternalError, OperationalError, ProgrammingError
from django.test import Client

from cms.operations.logs import GraphFilter
from reports.content.models import User
from reports_graphql.errors import is_database_gone

FILTER = GraphFilter()
CAUSE = 'connection to server at "db.internal" (10.0.0.7), port 5432 failed: password of "bilan"'


@pytest.fixture(params=[OperationalError, InterfaceError])
def gone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection can be opened."""

    def fail(*args: Any) -> None:
        raise request.param(CAUSE)

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", fail)
    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", fail)


DOORS = [
    "/health/",
    "/bilan/2024/",
    "/documents/00000000-0000-4000-8000-000000000000/bilan.pdf",
    "/media/pictures/a.png",
    "/admin/login/",
    "/graphql/?query={reports{totalCount}}",
    "/graphql/?query={report(year:2024){id}}",
    "/graphql/?query={__typename services{totalCount}}",
]


@pytest.mark.django_db
@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize("door", DOORS)
def test_every_door(client: Client, door: str, caplog: pytest.LogCaptureFixture) -> None:
    client.cookies["sessionid"] = "a"

    response = client.get(door)

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    content = response.content.decode()
    assert "internal" not in content
    assert "10.0.0.7" not in content
    assert "OperationalError" not in content
    (record,) = (r for r in caplog.records if FILTER.filter(r))
    assert re.fullmatch(r"Database unavailable: incident \w{32} \(\w+Error\)", record.getMessage())
    assert record.exc_info is None
    incident = record.args[1]  # type: ignore[index]
    assert str(incident) in content
    if door.startswith("/graphql/"):
        assert response.json()["errors"][0]["extensions"] == {
            "code": "SERVICE_UNAVAILABLE",
            "incident": incident,
        }
        assert "data" not in response.json()


@pytest.mark.usefixtures("gone")
def test_what_needs_no_database_still_answers(client: Client) -> None:
    assert client.get("/graphql/", {"query": "{ __typename }"}).status_code == 200
    assert client.get("/schema.graphql").status_code == 200


@pytest.mark.django_db
def test_a_session_that_cannot_be_saved(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Sessions are saved behind the middleware that answers for views."""
    user = User.objects.create_superuser("administration")

    def fail(*args: Any, **options: Any) -> None:
        raise OperationalError(CAUSE)

    client.force_login(user)
    client.raise_request_exception = False
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.save", fail)
    monkeypatch.setattr(
        "django.contrib.sessions.middleware.settings.SESSION_SAVE_EVERY_REQUEST", True
    )
    response = client.get("/admin/login/")

    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert "internal" not in response.content.decode()
    (record,) = caplog.records
    assert record.name == "reports_graphql.errors"


@pytest.mark.django_db
def test_an_error_of_ours_stays_one(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError(CAUSE)

    client.raise_request_exception = False
    monkeypatch.setattr("cms.http.files.may_enter", fail)
    response = client.get(DOORS[3])

    assert response.status_code == 500
    assert "Une erreur est survenue de notre côté" in response.content.decode()


@pytest.mark.parametrize(
    ("driver", "django", "gone"),
    [
        (psycopg.errors.LockNotAvailable, OperationalError, True),
        (psycopg.errors.QueryCanceled, OperationalError, True),
        (psycopg.errors.AdminShutdown, OperationalError, True),
        (psycopg.errors.IdleInTransactionSessionTimeout, InternalError, True),
        (psycopg.errors.TransactionTimeout, InternalError, True),
        (psycopg.errors.ReadOnlySqlTransaction, InternalError, True),
        (psycopg.errors.InFailedSqlTransaction, InternalError, False),
        (psycopg.errors.UndefinedTable, ProgrammingError, False),
    ],
)
def test_which_errors_are_the_database_s(
    driver: type[Exception], django: type[Exception], gone: bool
) -> None:
    cause = django("canceling statement")
    cause.__cause__ = driver("canceling statement")
    assert is_database_gone(cause) is gone
