"""While the database is gone, every door says so, and nothing of the machine."""

from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

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
    (record,) = (r for r in caplog.records if r.name == "reports_graphql.errors")
    incident = record.args[0]  # type: ignore[index]
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
