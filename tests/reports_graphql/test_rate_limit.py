"""One client may ask for so much in a while: 429 then, with the time to wait."""

import time
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import pytest
from django.test import Client
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from reports_graphql.http.rate_limit import hit_limit
from tests.addresses import draw_address

QUERY = {"query": "{ __typename }"}


@pytest.fixture
def address() -> str:
    return draw_address()


def ask(client: Client, address: str, query: str = "{ __typename }", **headers: str) -> Any:
    return client.get("/graphql/", {"query": query}, REMOTE_ADDR=address, headers=headers)


def statuses(client: Client, address: str, times: int, query: str = "{ __typename }") -> list[int]:
    return [ask(client, address, query).status_code for _ in range(times)]


def test_one_request_too_many(client: Client, settings: Any, address: str) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "3/minute"

    assert statuses(client, address, 3) == [200] * 3

    response = ask(client, address)
    assert response.status_code == 429
    assert 1 <= int(response["Retry-After"]) <= 60
    (error,) = response.json()["errors"]
    assert error["extensions"] == {"code": "RATE_LIMITED"}
    assert "data" not in response.json()


def test_who_waits_is_answered(client: Client, settings: Any, address: str) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "2/second"
    while (response := ask(client, address)).status_code == 200:
        pass

    time.sleep(int(response["Retry-After"]))

    assert ask(client, address).status_code == 200


def test_another_client_is_not_concerned(client: Client, settings: Any, address: str) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "1/minute"

    assert statuses(client, address, 2) == [200, 429]
    assert statuses(client, draw_address(), 1) == [200]


def test_what_is_refused_counts_too(client: Client, settings: Any, address: str) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "2/minute"

    assert statuses(client, address, 3, "{ nothing }") == [400, 400, 429]


@pytest.mark.django_db
def test_costly_documents_meet_the_rate_sooner(client: Client, settings: Any, address: str) -> None:
    settings.GRAPHQL_RATE_COST = "800/minute"
    costly = "{ services(first: 100) { edges { node { id } } } }"  # 286

    assert statuses(client, address, 3, costly) == [200, 200, 429]
    assert statuses(client, address, 3) == [200] * 3  # what costs nothing is still answered


def test_nobody_is_limited_without_a_rate(client: Client, settings: Any, address: str) -> None:
    settings.GRAPHQL_RATE_REQUESTS = settings.GRAPHQL_RATE_COST = ""

    assert statuses(client, address, 50) == [200] * 50


def test_without_its_storage_a_process_counts_alone(
    client: Client, settings: Any, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "2/minute"
    settings.GRAPHQL_RATE_STORAGE = "redis://127.0.0.1:1/0"

    assert statuses(client, address, 3) == [200, 200, 429]
    assert "storage of rates" in caplog.text
    assert address not in caplog.text


def test_threads_count_one_after_another(client: Client, settings: Any, monkeypatch: Any) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "1000/minute"
    settings.GRAPHQL_RATE_STORAGE = "memory://"
    inside, crowds = [], []

    def hit(*_: Any, **__: Any) -> bool:
        inside.append(1)
        time.sleep(0.002)
        crowds.append(len(inside))
        inside.pop()
        return True

    monkeypatch.setattr(SlidingWindowCounterRateLimiter, "hit", hit)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: ask(client, f"10.77.0.{n}"), range(40)))

    assert crowds == [1] * 40


@pytest.mark.parametrize("seed", range(20))
def test_who_waits_as_long_as_it_is_told_is_answered(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    drawn, clock = Random(seed), [1_000_000.0 + seed]
    monkeypatch.setattr(time, "time", lambda: clock[0])
    limiter = SlidingWindowCounterRateLimiter(MemoryStorage())
    item, refused = parse("1000/minute"), 0
    for _ in range(200):
        clock[0] += drawn.uniform(0, 20)
        cost = drawn.choice((1, 30, 400, 1000))
        allowed, wait = hit_limit(limiter, item, "cost", "who", cost)
        if allowed:
            continue
        refused += 1
        assert 1 <= wait <= 120
        if wait > 2:  # and not much sooner
            clock[0] += wait - 2
            assert not limiter.test(item, "cost", "who", cost=cost)
            clock[0] += 2
        else:
            clock[0] += wait
        assert hit_limit(limiter, item, "cost", "who", cost) == (True, 0)
    assert refused > 10


def test_what_is_never_allowed_waits_for_an_end() -> None:
    limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    allowed, wait = hit_limit(limiter, parse("10/minute"), "cost", "who", 11)

    assert not allowed
    assert 1 <= wait <= 120
