"""Answers are kept until something public changes, and only what the public may see."""

import json
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Site

from reports import models
from reports.content.content_version.tracked_tables import list_tracked_tables
from reports.publishing.previews import links
from reports_graphql.http import content_version, response_cache
from tests.reports.publishing.answering import publish_answered

from ..bodies import Body
from ..conftest import QUERIES, Publish
from .conftest import Clock

pytestmark = pytest.mark.usefixtures("keeping")

LIST = "{ reports { totalCount edges { node { title } } } }"


def titles(client: Client, **headers: str) -> list[str]:
    response = client.get("/graphql/", {"query": LIST}, headers=headers)
    assert response.status_code == 200
    return [edge["node"]["title"] for edge in response.json()["data"]["reports"]["edges"]]


def test_an_answer_is_computed_once(client: Client, publish: Publish, computed: list[str]) -> None:
    publish(2024)

    assert titles(client) == titles(client) == ["Bilan 2024"]
    assert computed == [LIST]


def test_by_get_and_by_post(client: Client, publish: Publish, computed: list[str]) -> None:
    publish(2024)
    titles(client)
    response = client.post("/graphql/", {"query": LIST}, content_type="application/json")

    assert response.json()["data"]["reports"]["totalCount"] == 1
    assert computed == [LIST]


@pytest.mark.parametrize(
    "other",
    [
        {"variables": '{"first": 2}'},
        {"operationName": "B"},
        {"query": "query A($first: Int = 1) { reports(first: $first) { totalCount } } "},
    ],
)
def test_what_an_answer_depends_on(client: Client, computed: list[str], other: Any) -> None:
    text = "query A($first: Int = 1) { reports(first: $first) { totalCount } } "
    text += "query B { services { totalCount } }"
    asked = {"query": text, "operationName": "A", "variables": "{}"}
    for question in (asked, {**asked, **other}, asked, {**asked, **other}):
        assert client.get("/graphql/", question).status_code == 200

    assert len(computed) == 2


def test_media_types_share_an_answer(client: Client, computed: list[str]) -> None:
    for accept in ("application/json", "application/graphql-response+json") * 2:
        response = client.get("/graphql/", {"query": LIST}, headers={"Accept": accept})
        assert response["Content-Type"].startswith(accept)

    assert len(computed) == 1


def test_sites_are_kept_apart(client: Client, publish: Publish, computed: list[str]) -> None:
    publish(2024)
    other = Page.get_first_root_node().add_child(instance=models.HomePage(title="Z", slug="z"))
    Site.objects.create(hostname="autre.example", root_page=other)

    for _ in range(2):
        assert titles(client) == ["Bilan 2024"]
        assert titles(client, host="autre.example") == []
    assert len(computed) == 2


def test_the_next_answer_after_a_change_is_right(
    client: Client, publish: Publish, computed: list[str]
) -> None:
    report = publish(2024)
    titles(client)
    report.title = "Autre titre"
    report.save_revision()
    assert titles(client) == ["Bilan 2024"]
    assert len(computed) == 1

    publish_answered(report.get_latest_revision())
    assert titles(client) == ["Autre titre"]
    report.unpublish()
    assert titles(client) == []


def test_a_clock_that_passes_an_expiry(client: Client, publish: Publish, clock: Clock) -> None:
    publish(2023, expire_at=clock.now + timedelta(minutes=5))
    publish(2024, expire_at=clock.now + timedelta(minutes=9))

    assert titles(client) == titles(client) == ["Bilan 2024", "Bilan 2023"]
    clock.advance(minutes=5)
    assert titles(client) == titles(client) == ["Bilan 2024"]
    clock.advance(minutes=4)
    assert titles(client) == titles(client) == []


@pytest.mark.parametrize("query", ["{ nothing }", "{ reports(first: -1) { totalCount } }"])
def test_refusals_are_not_kept(client: Client, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    monkeypatch.setattr(response_cache, "put_answer", lambda *answer: kept.append(answer))
    for _ in range(2):
        response = client.get("/graphql/", {"query": query})
        assert response.status_code == 400
        assert response["Cache-Control"] == "no-store"

    assert not kept


def test_errors_of_ours_are_not_kept(
    client: Client, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(2024)
    with monkeypatch.context() as patched:

        def fail(*args: Any) -> None:
            raise ZeroDivisionError

        patched.setattr("reports.content.visibility.perspective.Perspective.fetch_compiled", fail)
        broken = client.get("/graphql/", {"query": LIST})
    assert broken.status_code == 500
    assert broken["Cache-Control"] == "no-store"
    assert "ETag" not in broken

    assert titles(client) == ["Bilan 2024"]


def test_a_preview_is_neither_kept_nor_taken_from_what_is(
    client: Client, publish: Publish, computed: list[str]
) -> None:
    page = publish(2024)
    link = links.make_review(models.User.objects.create_superuser("a"), page, 7, "")
    token = {"X-Preview-Token": links.build_token(link)}
    for _ in range(2):
        response = client.get("/graphql/", {"query": LIST}, headers=token)
        assert response["Cache-Control"] == "private, no-store"
        assert "ETag" not in response
        assert "Cache-Tag" not in response
    titles(client)
    client.get("/graphql/", {"query": LIST}, headers=token)

    assert len(computed) == 4


def test_without_a_version_nothing_is_kept(client: Client, computed: list[str]) -> None:
    models.ContentVersion.objects.all().delete()

    for _ in range(2):
        response = client.get("/graphql/", {"query": LIST})
        assert response["Cache-Control"] == "no-cache"
    assert len(computed) == 2


def test_a_kept_answer_costs_one_statement(
    client: Client, publish: Publish, every_block: Body, django_assert_num_queries: Any
) -> None:
    publish(2024, every_block)
    text = (QUERIES / "report.graphql").read_text()
    asked = {"query": text, "variables": json.dumps({"year": 2024})}
    titles(client)  # tells this process what the present is
    with django_assert_num_queries(7):
        client.get("/graphql/", asked)
    with django_assert_num_queries(1):
        client.get("/graphql/", asked)


def test_the_database_gone_is_503_whatever_is_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles(client)
    gone = type("Gone", (DatabaseError,), {})

    def fail() -> None:
        raise gone

    monkeypatch.setattr("reports_graphql.errors.DATABASE_GONE", (gone,))
    monkeypatch.setattr("reports.content.content_version.version.read_current_version", fail)
    response = client.get("/graphql/", {"query": LIST})

    assert (response.status_code, response["Retry-After"]) == (503, "30")


def test_every_table_that_answers_read_is_watched(
    client: Client, publish: Publish, every_block: Body
) -> None:
    publish(2023)
    publish(2024, every_block)
    # Kinds of pages have rows too, which migrations alone write.
    tables = {one.table for one in list_tracked_tables()} | {
        "reports_contentversion",
        "django_content_type",
    }
    read: set[str] = set()
    for file in sorted(QUERIES.glob("*.graphql")):
        values = {"year": 2024, "code": "lances", "slug": "mano.beta", "query": "mots"}
        values |= {"path": "/bilan/2024/", "urlPath": "/bilan/2024/", "codes": ["lances"]}
        text = file.read_text()
        asked = {key: value for key, value in values.items() if f"${key}:" in text}
        with CaptureQueriesContext(
            connection,
        ) as statements:
            response = client.post(
                "/graphql/", {"query": text, "variables": asked}, content_type="application/json"
            )
        assert response.status_code == 200, response.json()
        for statement in statements:
            words = statement["sql"].replace('"', " ").replace("(", " ").split()
            read |= {
                after
                for word, after in pairwise(words)
                if word in ("FROM", "JOIN") and "_" in after
            }

    assert len(read) > 10
    assert read <= tables


def test_the_shared_cache_holds_no_pickles() -> None:
    serializer = getattr(getattr(caches["answers"], "_cache", None), "_serializer", None)

    assert serializer is None or serializer.dumps(b"\x80") == b"\x80"


def test_time_is_read_after_the_version(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    """A schedule made between the two is one version too new, never one too old."""
    order: list[str] = []
    monkeypatch.setattr(
        content_version.version, "read_current_version", lambda: order.append("version") or "v"
    )
    monkeypatch.setattr(content_version.version, "next_change", lambda now: order.append("next"))
    content_version.read_content_version()

    assert order == ["version", "next"]
    assert timezone.now() == clock.now
