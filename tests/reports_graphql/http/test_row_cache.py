"""Rows that answers are made of are kept until something public changes, and no answer is."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from reports import models
from reports.content.visibility.kept_rows import ROW_BYTES
from reports.publishing.previews import links

from ..conftest import Publish
from .conftest import Clock

LIST = "{ reports { edges { node { title document { title } } } } }"
SEARCH = """{ search(query: "bilan") { edges { node {
    ... on ServiceHit { service { name } }
    ... on ReportPassage { report { title } }
} } } }"""
PAGE = "totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id title } }"
VERSION = 1  # the statement that reads which it is


@pytest.fixture(autouse=True)
def rows_alone(keeping: None, settings: Any) -> None:
    """Rows are kept, and answers are not."""
    settings.GRAPHQL_CACHE_BYTES = 0


@pytest.fixture
def count_statements(client: Client) -> Callable[[str], int]:
    def count(query: str) -> int:
        with CaptureQueriesContext(connection) as statements:
            assert client.get("/graphql/", {"query": query}).status_code == 200
        return len(statements)

    return count


def titles(client: Client, **headers: str) -> list[str]:
    response = client.get("/graphql/", {"query": LIST}, headers=headers)
    assert response["Cache-Control"] in ("no-cache", "private, no-store")
    return [edge["node"]["title"] for edge in response.json()["data"]["reports"]["edges"]]


def test_rows_are_read_once(publish: Publish, count_statements: Callable[[str], int]) -> None:
    publish(2024)

    assert count_statements(LIST) > VERSION
    assert count_statements(LIST) == VERSION
    publish(2023)
    assert count_statements(LIST) > VERSION


def test_costs_follow_how_much_there_is(client: Client, publish: Publish) -> None:
    """It is counted once until something changes; other documents use the same numbers."""

    def ask(first: int) -> tuple[int, bool]:
        text = f"{{ reports(first: {first}) {{ nodes {{ title }} }} }}"
        with CaptureQueriesContext(connection) as statements:
            header = client.get("/graphql/", {"query": text})["Query-Cost"]
        counted = any("__count" in each["sql"] for each in statements)
        return int(header.partition("=")[2].partition(",")[0]), counted

    publish(2023)
    (one, counted), (same, again) = ask(50), ask(60)
    assert (counted, again) == (True, False)
    assert one == same
    publish(2024)
    two, counted = ask(50)
    assert counted
    assert two == one + 1


def test_a_search_among_few_entries_reads_nothing(
    publish: Publish, count_statements: Callable[[str], int]
) -> None:
    publish(2024)
    models.Service.objects.create(name="Bilan carbone", slug="bilan")
    count_statements(SEARCH)

    assert count_statements(SEARCH) == VERSION


def test_a_search_among_many_entries_reads_which_it_finds(
    client: Client,
    publish: Publish,
    count_statements: Callable[[str], int],
    settings: Any,
) -> None:
    publish(2024)
    for number in range(10):
        models.Service.objects.create(name=f"Bilan {number}", slug=f"s{number}")
    among_few = client.get("/graphql/", {"query": SEARCH}).json()
    settings.GRAPHQL_ROW_BYTES = 64 * ROW_BYTES

    assert client.get("/graphql/", {"query": SEARCH}).json() == among_few
    assert len(among_few["data"]["search"]["edges"]) == 11
    assert count_statements(SEARCH) == VERSION + 1


def test_pages_of_a_search_go_on_where_the_first_ended(client: Client, publish: Publish) -> None:
    """The first is found in memory, the others by a statement."""
    publish(2024)
    for number in range(5):
        models.Service.objects.create(name=f"Bilan {number}", slug=f"s{number}")

    def ask(window: str) -> Any:
        query = f'{{ search(query: "bilan", {window}) {{ {PAGE} }} }}'
        return client.get("/graphql/", {"query": query}).json()["data"]["search"]

    whole = ask("first: 10")
    pages = [ask("first: 2")]
    while pages[-1]["pageInfo"]["hasNextPage"]:
        pages.append(ask(f'first: 2, after: "{pages[-1]["pageInfo"]["endCursor"]}"'))

    assert [edge for page in pages for edge in page["edges"]] == whole["edges"]
    assert [page["totalCount"] for page in pages] == [6, 6, 6] == [whole["totalCount"]] * 3
    assert ask("last: 6")["edges"] == whole["edges"]


def test_none_are_kept_without_room_or_version(
    publish: Publish, count_statements: Callable[[str], int], settings: Any
) -> None:
    publish(2024)
    count_statements(LIST)
    assert count_statements(LIST) == VERSION
    size, settings.GRAPHQL_ROW_BYTES = settings.GRAPHQL_ROW_BYTES, 0
    assert count_statements(LIST) == count_statements(LIST) > VERSION

    settings.GRAPHQL_ROW_BYTES = size
    models.ContentVersion.objects.all().delete()
    assert count_statements(LIST) == count_statements(LIST) > VERSION


def test_what_is_hidden_is_not_given_any_more(client: Client, publish: Publish) -> None:
    report = publish(2024)
    assert titles(client) == titles(client) == ["Bilan 2024"]
    report.unpublish()

    assert titles(client) == []


def test_what_expires_is_not_given_any_more(client: Client, publish: Publish, clock: Clock) -> None:
    publish(2024, expire_at=clock.now + timedelta(minutes=5))
    assert titles(client) == titles(client) == ["Bilan 2024"]
    clock.advance(minutes=5)

    assert titles(client) == []


def test_sites_are_kept_apart(client: Client, publish: Publish) -> None:
    publish(2024)
    other = Page.get_first_root_node().add_child(instance=models.HomePage(title="Z", slug="z"))
    Site.objects.create(hostname="autre.example", root_page=other)

    for _ in range(2):
        assert titles(client) == ["Bilan 2024"]
        assert titles(client, host="autre.example") == []


def test_a_preview_keeps_no_rows_and_takes_none(
    client: Client, publish: Publish, count_statements: Callable[[str], int]
) -> None:
    page = publish(2024)
    link = links.make_review(models.User.objects.create_superuser("a"), page, 7, "")
    page.title = "Brouillon"
    page.save_revision()
    token = {"X-Preview-Token": links.build_token(link)}
    query = {"query": "{ report(year: 2024) { title } }"}

    for _ in range(2):
        drafted = client.get("/graphql/", query, headers=token).json()
        assert drafted == {"data": {"report": {"title": "Brouillon"}}}
        assert client.get("/graphql/", query).json() == {
            "data": {"report": {"title": "Bilan 2024"}}
        }
