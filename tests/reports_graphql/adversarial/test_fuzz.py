"""Whatever is sent, nothing breaks and nothing internal is told."""

import json
import random
import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, seed, settings
from hypothesis_graphql import queries

from reports_graphql.schema import schema
from tests.depth import take

from ..bodies import Body
from ..conftest import Publish

QUERIES, BODIES, PARTS = take(2_000, 500), take(10_000, 2_000), take(4, 2)
INTERNAL = re.compile(
    r"Traceback|site-packages|django|strawberry|graphene|grapple|psycopg|sqlite|OperationalError"
    r"|DataError|\breports_|0x[0-9a-f]{8}|<class|line \d+, in",
    re.IGNORECASE,
)
SDL = schema.as_str()
WELL_FORMED = json.dumps(
    {
        "query": "query A($n: Int = 1) { reports(first: $n) { edges { cursor } } }",
        "variables": {"n": 2},
        "operationName": "A",
    }
).encode()


@pytest.fixture
def site(publish: Publish, every_block: Body, client: Client) -> Client:
    publish(2024, every_block)
    publish(2023, [])
    return client


def check(response: HttpResponse) -> bool:
    """Whether there is an answer. Fails where something broke, or something internal is told."""
    text = response.content.decode()
    assert response.status_code < 500, text
    answer = json.loads(text)
    told = [error["message"] for error in answer.get("errors", ())]
    assert not [message for message in told if INTERNAL.search(message)]
    assert ("data" in answer) == (response.status_code == 200) == (not told)
    return response.status_code == 200


@pytest.mark.parametrize("part", range(PARTS))
def test_queries_that_the_schema_allows(site: Client, part: int, record_property: Any) -> None:
    asked, answered = 0, 0

    @seed(part)
    @settings(
        max_examples=QUERIES // PARTS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(queries(SDL))
    def ask(query: str) -> None:
        nonlocal asked, answered
        asked += 1
        data = json.dumps({"query": query}).encode()
        answered += check(site.post("/graphql/", data, content_type="application/json"))

    ask()

    record_property("counted: fuzzed queries", asked)
    record_property("counted: fuzzed queries that were answered", answered)
    assert asked >= QUERIES // PARTS
    assert answered > asked // 4  # the others ask for a page of -7 items, or for too much


def mutated(dice: random.Random) -> bytes:
    """Bytes that were a request once, or never."""
    if dice.random() < 0.3:
        return dice.randbytes(dice.randrange(200))
    body = bytearray(WELL_FORMED)
    for _ in range(dice.randrange(1, 6)):
        place = dice.randrange(len(body))
        match dice.randrange(4):
            case 0:
                body[place] = dice.randrange(256)
            case 1:
                del body[place : place + dice.randrange(1, 20)]
            case 2:
                body[place:place] = dice.choice([b"\\u0000", b"\xff", b"{", b"[", b'"', b"\\ud83d"])
            case _:
                body[place:place] = body[dice.randrange(len(body)) :][:30]
        body = body or bytearray(b" ")
    return bytes(body)


@pytest.mark.parametrize("part", range(PARTS))
def test_bytes(site: Client, part: int, record_property: Any) -> None:
    dice = random.Random(part)
    answered = 0
    for _ in range(BODIES // PARTS):
        body = mutated(dice)
        answered += check(site.post("/graphql/", body, content_type="application/json"))

    record_property("counted: random bodies", BODIES // PARTS)
    record_property("counted: random bodies that were answered", answered)
    assert 0 < answered < BODIES // PARTS // 2
