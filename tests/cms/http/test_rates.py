"""What costs something each time it is asked for has a rate; what is kept has none."""

from typing import Any

import pytest
from django.test import Client

from reports.content.models import AnnualReportPage
from tests.addresses import draw_address

pytestmark = pytest.mark.django_db
KINDS = {
    "absent page": ("/nulle-part/", 404),
    "absent data": ("/bilan/2024/donnees/00000000-0000-0000-0000-000000000000.csv", 404),
    "absent series": ("/indicateurs/aucun.csv", 404),
    "absent review": ("/relecture/rien/", 404),
    "sitemap": ("/sitemap.xml", 200),
    "robots": ("/robots.txt", 200),
    "explorer": ("/graphiql/", 200),
    "schema": ("/schema.graphql", 200),
}


@pytest.fixture
def address() -> str:
    return draw_address()


def ask(client: Client, path: str, address: str, times: int = 1) -> list[int]:
    return [client.get(path, REMOTE_ADDR=address).status_code for _ in range(times)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_third_request(client: Client, settings: Any, address: str, kind: str) -> None:
    path, status = KINDS[kind]
    setattr(settings, "ABSENCES_RATE" if status == 404 else "PAGES_RATE", "2/minute")

    assert ask(client, path, address, 3) == [status, status, 429]
    refused = client.get(path, REMOTE_ADDR=address)
    assert 1 <= int(refused["Retry-After"]) <= 60
    assert refused["Cache-Control"] == "no-store"
    assert "Trop de demandes" in refused.content.decode()
    assert ask(client, path, draw_address()) == [status]


def test_absences_keep_nobody_from_what_there_is(
    client: Client, settings: Any, address: str
) -> None:
    settings.PAGES_RATE = settings.ABSENCES_RATE = "2/minute"

    assert ask(client, "/nulle-part/", address, 5) == [404, 404, 429, 429, 429]
    assert ask(client, "/robots.txt", address, 3) == [200, 200, 429]


def test_whoever_has_had_all_pages_is_refused_before_anybody_looks(
    client: Client, settings: Any, address: str
) -> None:
    settings.PAGES_RATE = "2/minute"

    assert ask(client, "/robots.txt", address, 2) == [200, 200]
    assert ask(client, "/nulle-part/", address) == [429]


def test_a_flood_is_refused_before_anybody_looks(
    client: Client, settings: Any, address: str, django_assert_num_queries: Any
) -> None:
    settings.PAGES_RATE = "1/minute"

    assert ask(client, "/nulle-part/", address, 5) == [404] * 5
    with django_assert_num_queries(0):
        assert ask(client, "/robots.txt", address) == [429]


def test_the_data_of_a_table(
    client: Client, settings: Any, address: str, import_file: Any, report_text: Any
) -> None:
    import_file(report_text("## Titre\n\n| A | B |\n|---|---|\n| x | 12 |\n"), publish=True)
    page = AnnualReportPage.objects.get()
    block = next(raw["id"] for raw in page.body.raw_data if raw["type"].endswith("table"))
    path = f"/bilan/2024/donnees/{block}.csv"
    settings.PAGES_RATE = "2/minute"

    assert ask(client, path, address, 3) == [200, 200, 429]


@pytest.mark.parametrize(
    "path", ["/media/aucun.png", f"/documents/{'0' * 8}-0000-0000-0000-{'0' * 12}/a.pdf"]
)
def test_files_have_a_rate_of_their_own(
    client: Client, settings: Any, address: str, path: str
) -> None:
    settings.FILES_RATE = "2/minute"
    settings.PAGES_RATE = "1/minute"
    assert ask(client, path, address, 3) == [404, 404, 429]
    assert ask(client, "/robots.txt", address) == [200]


def test_a_page_that_is_kept_costs_nothing(
    client: Client, settings: Any, address: str, import_file: Any, report_text: Any
) -> None:
    import_file(report_text("## Titre\n\nmots"), publish=True)
    settings.GRAPHQL_CACHE_BYTES = 1_000_000
    settings.PAGES_RATE = "1/minute"

    assert ask(client, "/bilan/2024/", address, 5) == [200] * 5
    assert ask(client, "/robots.txt", address) == [429]


def test_health_and_the_admin_are_not_counted(client: Client, settings: Any, address: str) -> None:
    settings.PAGES_RATE = "1/minute"
    assert ask(client, "/health/", address, 3) == [200] * 3
    assert ask(client, "/admin/login/", address, 3) == [200] * 3


def test_no_rate_no_limit(client: Client, settings: Any, address: str) -> None:
    settings.PAGES_RATE = settings.ABSENCES_RATE = ""
    assert ask(client, "/nulle-part/", address, 9) == [404] * 9
