"""Pages, files and the admin need a place; what is quick needs none."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from reports_graphql.http import content_version
from reports_graphql.http.admission import Admission
from reports_graphql.http.content_version import ContentVersion
from tests.reports_graphql.http.test_admission import busy, occupy

__all__ = ["busy"]
DOORS = [
    *("/", "/bilan/2024/", "/recherche/?q=mots", "/relecture/rien/", "/admin/login/", "/graphiql/"),
    *("/media/pictures/a.png", "/documents/00000000-0000-4000-8000-000000000000/bilan.pdf"),
]
QUICK = ["/health/", "/schema.graphql", "/static/reports/saving.js"]


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    full = Admission(1)
    monkeypatch.setattr("cms.http.admission.process_admission", lambda: full)
    with occupy(full):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("door", DOORS)
def test_a_page_says_when_to_try_again(
    client: Client, door: str, caplog: pytest.LogCaptureFixture
) -> None:
    response = client.get(door)

    assert (response.status_code, response["Retry-After"]) == (503, "1")
    assert response["Cache-Control"] == "no-store"
    assert "Service indisponible" in response.content.decode()
    assert "incident" not in response.content.decode()
    assert [record.name for record in caplog.records] == ["reports_graphql.http.admission"]


@pytest.mark.django_db
@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("door", QUICK)
def test_what_is_quick(client: Client, door: str) -> None:
    assert client.get(door).status_code == 200


def test_a_page_that_is_kept(
    db: None, client: Client, settings: Any, import_file: Any, report_text: Any, request: Any
) -> None:
    import_file(report_text("## Titre\n\nmots", 2031), publish=True)
    settings.GRAPHQL_CACHE_BYTES = 1_000_000
    page = client.get("/bilan/2031/").content
    request.getfixturevalue("crowd")

    assert client.get("/bilan/2031/").content == page


@pytest.mark.usefixtures("busy")
def test_a_page_that_nobody_can_look_for(
    db: None, client: Client, settings: Any, request: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever finds no place to read when the content changes next is told so by the page."""
    settings.GRAPHQL_CACHE_BYTES = 1_000_000
    monkeypatch.setattr(content_version, "_latest", ContentVersion("", None))
    request.getfixturevalue("crowd")

    assert client.get("/jamais-demandee/").status_code == 503
