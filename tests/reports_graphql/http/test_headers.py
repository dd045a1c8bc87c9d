"""What headers say of an answer: what it may cost, and how long it took."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from reports_graphql.schema import schema

from ..conftest import Publish

LIST = "{ reports { totalCount nodes { title } } }"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_answer_says_what_it_may_cost(client: Client, publish: Publish, method: str) -> None:
    publish(2024)
    cost = schema.prepare(LIST).cost

    if method == "get":
        answered = client.get("/graphql/", {"query": LIST})
    else:
        answered = client.post("/graphql/", {"query": LIST}, content_type="application/json")

    largest = 'largest="ReportConnection.nodes"'
    assert answered["Query-Cost"] == f"estimate={cost}, limit=5000, {largest}"


@pytest.mark.usefixtures("keeping")
def test_a_kept_answer_says_the_same(client: Client, publish: Publish) -> None:
    publish(2024)
    said = {client.get("/graphql/", {"query": LIST})["Query-Cost"] for _ in range(3)}

    assert len(said) == 1


def test_a_refusal_says_what_it_would_cost(client: Client, settings: Any) -> None:
    settings.GRAPHQL_MAX_COST = 50

    (error,) = client.get("/graphql/", {"query": LIST}).json()["errors"]

    assert error["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert error["extensions"]["limit"] == "cost"
    assert error["extensions"]["estimate"] > error["extensions"]["max"] == 50
    assert error["extensions"]["largest"] == "ReportConnection.nodes"
    assert str(error["extensions"]["estimate"]) in error["message"]


def test_who_asks_is_told_how_long_it_took(client: Client, publish: Publish) -> None:
    publish(2024)

    timed = client.get("/graphql/", {"query": LIST}, headers={"X-Server-Timing": "1"})

    assert re.fullmatch(
        r"prepare;dur=\d+\.\d\d, execute;dur=\d+\.\d\d, encode;dur=\d+\.\d\d",
        timed["Server-Timing"],
    )
    assert "Server-Timing" not in client.get("/graphql/", {"query": LIST})


@pytest.mark.usefixtures("keeping")
def test_a_kept_answer_takes_no_time(client: Client, publish: Publish) -> None:
    publish(2024)
    for _ in range(2):
        timed = client.get("/graphql/", {"query": LIST}, headers={"X-Server-Timing": "1"})

    assert timed["Server-Timing"] == "kept;dur=0.00"


def test_variables_are_no_words_of_headers(client: Client) -> None:
    asked = {"query": "query ($q: String!) { search(query: $q) { totalCount } }"}
    asked["variables"] = json.dumps({"q": "mot-secret"})

    answered = client.get("/graphql/", asked, headers={"X-Server-Timing": "1"})

    assert answered.status_code == 200
    assert "mot-secret" not in str(answered.headers)
