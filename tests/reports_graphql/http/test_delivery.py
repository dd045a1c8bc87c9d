"""Who may keep an answer, for how long, and how they ask whether it is still good."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from reports import models
from tests.reports.publishing.answering import publish_answered

from ..bodies import Body
from ..conftest import QUERIES, Publish
from .conftest import Clock

pytestmark = pytest.mark.usefixtures("keeping")

QUERY = {"query": "{ reports { totalCount } }"}
KEPT = ("Cache-Control", "ETag", "Cache-Tag", "Vary")


def test_who_has_the_answer_gets_304(client: Client, clock: Clock) -> None:
    whole = client.get("/graphql/", QUERY)
    same = client.get("/graphql/", QUERY, headers={"If-None-Match": f'"x", W/{whole["ETag"]}'})

    assert whole.status_code == 200
    assert (same.status_code, same.content) == (304, b"")
    assert [same[name] for name in KEPT] == [whole[name] for name in KEPT]


def test_who_has_another_gets_it_whole(client: Client, publish: Publish) -> None:
    old = client.get("/graphql/", QUERY)
    publish(2024)
    new = client.get("/graphql/", QUERY, headers={"If-None-Match": old["ETag"]})

    assert new.status_code == 200
    assert new["ETag"] != old["ETag"]


@pytest.mark.parametrize("given", ["", "x", '"', "W/", '"' + 60_000 * "a" + '"', ",,,", "\x01"])
def test_a_wrong_if_none_match(client: Client, given: str) -> None:
    assert client.get("/graphql/", QUERY, headers={"If-None-Match": given}).status_code == 200


def test_a_lifetime_ends_with_the_minute(client: Client, clock: Clock) -> None:
    assert client.get("/graphql/", QUERY)["Cache-Control"] == "public, max-age=50"
    clock.advance(seconds=49.5)
    assert client.get("/graphql/", QUERY)["Cache-Control"] == "public, max-age=1"


def test_a_lifetime_ends_with_what_is_scheduled(
    client: Client, publish: Publish, clock: Clock
) -> None:
    publish(2024, expire_at=clock.now + timedelta(seconds=20))

    assert client.get("/graphql/", QUERY)["Cache-Control"] == "public, max-age=20"


def test_a_schedule_to_the_minute_does_not_announce_itself(
    client: Client, publish: Publish, clock: Clock
) -> None:
    before = client.get("/graphql/", QUERY)
    report = publish(2024, live=False)
    report.go_live_at = clock.now.replace(second=0) + timedelta(minutes=1)
    publish_answered(report.save_revision())
    after = client.get("/graphql/", QUERY)

    assert dict(after.headers) == dict(before.headers)
    assert after.content == before.content


@pytest.mark.parametrize(("setting", "given"), [(0, "no-cache"), (7, "public, max-age=7")])
def test_the_lifetime_is_a_setting(
    client: Client, clock: Clock, settings: Any, setting: int, given: str
) -> None:
    settings.GRAPHQL_MAX_AGE = setting
    clock.now -= timedelta(seconds=clock.now.timestamp() % 7)

    assert client.get("/graphql/", QUERY)["Cache-Control"] == given


def test_an_answer_to_post_is_nobodys_to_keep(client: Client) -> None:
    response = client.post("/graphql/", QUERY, content_type="application/json")

    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response


def test_tags_say_what_an_answer_speaks_of(
    client: Client, publish: Publish, every_block: Body
) -> None:
    publish(2023)
    publish(2024, every_block)
    text = (QUERIES / "report.graphql").read_text()
    response = client.get("/graphql/", {"query": text, "variables": '{"year": 2024}'})
    tags = set(response["Cache-Tag"].split(","))

    assert {"bilan", "reports", "report-2024", "report-2023"} <= tags
    assert {"services", "service-mano.beta", "indicators", "indicator-lances"} <= tags


def test_hidden_things_have_no_tag(client: Client, publish: Publish, every_block: Body) -> None:
    publish(2024, every_block)
    models.Service.objects.update(live=False)
    text = (QUERIES / "report.graphql").read_text()
    response = client.get("/graphql/", {"query": text, "variables": '{"year": 2024}'})

    assert "service-" not in response["Cache-Tag"]
    assert "services" in response["Cache-Tag"]


def test_many_tags_give_way_to_their_kinds(client: Client, db: None) -> None:
    for number in range(100):
        models.Service.objects.create(name=f"S{number}", slug=f"un-service-de-plus-{number}")
    query = {"query": "{ services(first: 100) { edges { node { name } } } }"}

    assert client.get("/graphql/", query)["Cache-Tag"] == "bilan,services"


def test_the_header_of_tags_is_a_setting(client: Client, settings: Any) -> None:
    settings.GRAPHQL_CACHE_TAG_HEADER = "Surrogate-Key"

    assert client.get("/graphql/", QUERY)["Surrogate-Key"] == "bilan,reports"


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        (None, "application/graphql-response+json"),
        ("*/*", "application/graphql-response+json"),
        ("application/json", "application/json"),
        ("application/json, */*;q=0.1", "application/json"),
        ("application/graphql-response+json, application/json;q=0.9",) * 1
        + ("application/graphql-response+json",),
        (
            "application/json;q=0.9, application/graphql-response+json",
            "application/graphql-response+json",
        ),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("image/png", "application/json"),
        ("\x00;q=x,,,", "application/json"),
    ],
)
def test_media_types(client: Client, accept: str | None, given: str) -> None:
    headers = {} if accept is None else {"Accept": accept}
    for query in (QUERY, {"query": "{ nothing }"}):
        response = client.get("/graphql/", query, headers=headers)
        assert response["Content-Type"] == f"{given}; charset=utf-8"


def test_other_origins_may_read(client: Client) -> None:
    response = client.get("/graphql/", QUERY, headers={"Origin": "https://un.example"})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response


def test_some_origins_only(client: Client, settings: Any) -> None:
    settings.CORS_ALLOW_ALL_ORIGINS = False
    settings.CORS_ALLOWED_ORIGINS = ["https://un.example"]
    one = client.get("/graphql/", QUERY, headers={"Origin": "https://un.example"})
    other = client.get("/graphql/", QUERY, headers={"Origin": "https://autre.example"})

    assert one["Access-Control-Allow-Origin"] == "https://un.example"
    assert "Access-Control-Allow-Origin" not in other


def test_a_preflight_allows_a_preview_token(client: Client) -> None:
    response = client.options(
        "/graphql/",
        headers={
            "Origin": "https://un.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,x-preview-token",
        },
    )

    assert response.status_code == 200
    assert "x-preview-token" in response["Access-Control-Allow-Headers"]


def test_the_admin_is_for_no_other_origin(client: Client, db: None) -> None:
    response = client.get("/admin/login/", headers={"Origin": "https://un.example"})

    assert "Access-Control-Allow-Origin" not in response


def test_a_host_that_is_not_served(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["bilan.example"]
    response = client.get("/graphql/", QUERY, headers={"Host": "autre.example"})

    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (
        400,
        "BAD_REQUEST",
    )


def test_caches_know_what_answers_vary_by(client: Client) -> None:
    assert client.get("/graphql/", QUERY)["Vary"] == "Accept, X-Preview-Token, origin"


@pytest.mark.parametrize("origin", [{}, {"HTTP_ORIGIN": "https://front.example"}])
def test_answers_vary_by_origin_whoever_asks(client: Client, origin: dict[str, str]) -> None:
    """A cache must not give a page the answer that another client got without its header."""
    response = client.get("/graphql/", QUERY, **origin)  # type: ignore[arg-type]

    assert response["Vary"] == "Accept, X-Preview-Token, origin"
    assert ("Access-Control-Allow-Origin" in response) == bool(origin)
    assert "origin" in client.get("/schema.graphql", **origin)["Vary"]  # type: ignore[arg-type]
