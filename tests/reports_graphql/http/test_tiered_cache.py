"""A shared cache that is down, slow or lying costs speed, never truth."""

import hashlib
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client

from reports_graphql.http import response_cache, tiered_cache
from reports_graphql.http.tiered_cache import TieredCache, sign_value

from ..conftest import Publish

LIST = {"query": "{ reports { totalCount edges { node { title } } } }"}


class Shared(LocMemCache):
    """Stands for a cache that processes share: this one is reached by another door."""

    def __init__(self) -> None:
        super().__init__("shelf-tests", {})
        self.clear()


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Shared:
    cache = Shared()
    monkeypatch.setattr(tiered_cache, "caches", {"answers": cache})
    return cache


def test_what_one_process_keeps_another_finds(shared: Shared) -> None:
    one, other = TieredCache("x", 100), TieredCache("x", 100)
    one.set("key", b"value", 60)

    assert other.get("key") == b"value"
    assert other.get("other key") is None
    assert TieredCache("y", 100).get("key") is None


def test_it_keeps_so_many_bytes(shared: Shared) -> None:
    small = TieredCache("x", 10)
    for number in range(5):
        small.set(str(number), b"12345", 60)
    small.set("long", 11 * b"x", 60)

    assert small.near.currsize <= 10
    assert small.get("0") == small.get("4") == b"12345"
    assert small.get("long") == 11 * b"x"


LIES: dict[str, Any] = {
    "nothing": b"",
    "a few bytes": b"x",
    "no signature": b'"etag"\nbilan\n{"data":{"reports":null}}',
    "a wrong signature": hashlib.sha256(b"x").digest() + b'"e"\nbilan\n{"data":1}',
    "the signature of another key": sign_value("another", b"value") + b"value",
    "a truncated value": (sign_value("key", b"value") + b"value")[:-1],
    "text": "value",
    "a number": 3,
    "an object": {"value": 1},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_is_not_signed_is_not_there(shared: Shared, lie: Any) -> None:
    shared.set("x:key", lie)

    assert TieredCache("x", 100).get("key") is None


def test_a_poisoned_entry_is_answered_rightly(
    client: Client, publish: Publish, keeping: None, shared: Shared, computed: list[str]
) -> None:
    publish(2024)
    first = client.get("/graphql/", LIST)
    (name,) = [key for key in shared._cache if "answer:" in key]  # type: ignore[attr-defined]
    for lie in LIES.values():
        shared.set(name.split(":", 2)[2], lie)
        response_cache.clear()
        assert client.get("/graphql/", LIST).content == first.content
    assert len(computed) == 1 + len(LIES)


def test_what_another_process_answered_is_not_computed_again(
    client: Client, publish: Publish, keeping: None, shared: Shared, computed: list[str]
) -> None:
    publish(2024)
    first = client.get("/graphql/", LIST)
    response_cache.clear()  # as a process that has just begun
    second = client.get("/graphql/", LIST)

    assert (second.content, second["ETag"]) == (first.content, first["ETag"])
    assert second["Cache-Tag"] == first["Cache-Tag"]
    assert len(computed) == 1


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a server that takes what it is sent and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[socket.socket] = []

        def take() -> None:
            try:
                while True:
                    taken.append(server.accept()[0])
            except OSError:
                return

        threading.Thread(target=take, daemon=True).start()
        yield server.getsockname()[1]
        for one in taken:
            one.close()


def redis_at(settings: Any, port: int) -> None:
    """Takes the settings that CACHE_URL makes, for a Redis at `port`."""
    options = {"socket_timeout": 0.2, "socket_connect_timeout": 0.2}
    settings.CACHES = {
        **settings.CACHES,
        "answers": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": f"redis://127.0.0.1:{port}/0",
            "OPTIONS": {**options, "serializer": "reports_graphql.http.tiered_cache.Plain"},
        },
    }


def test_a_cache_that_is_down(
    client: Client, publish: Publish, keeping: None, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    redis_at(settings, 1)
    for year in (2024, 2025):
        publish(year)
        for _ in range(2):
            assert client.get("/graphql/", LIST).json()["data"]["reports"]["totalCount"] == (
                year - 2023
            )
    assert "The shared cache does not answer" in caplog.text
    assert "127.0.0.1" not in caplog.text


def test_a_cache_that_is_slow(
    client: Client, publish: Publish, keeping: None, settings: Any, silent: int
) -> None:
    redis_at(settings, silent)
    publish(2024)
    began = time.monotonic()
    for number in range(20):
        asked = {"query": f"{LIST['query']} # {number}"}
        assert client.get("/graphql/", asked).json()["data"]["reports"]["totalCount"] == 1

    assert time.monotonic() - began < 15  # its patience ends once, not twenty times


def test_it_is_asked_again_after_a_rest(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = TieredCache("x", 0)
    asked.set("key", b"value", 60)
    with monkeypatch.context() as broken:
        broken.setattr(shared, "get", lambda *_: 1 / 0)
        assert asked.get("key") is None
    assert asked.get("key") is None
    asked.rests_until = time.monotonic()
    assert asked.get("key") == b"value"


def test_the_shared_cache_never_unpickles() -> None:
    plain = tiered_cache.Plain()

    assert plain.loads(plain.dumps(b"\x80\x04.")) == b"\x80\x04."
    assert caches.settings["answers"].get("OPTIONS", {}).get("serializer") in (
        None,
        "reports_graphql.http.tiered_cache.Plain",
    )
