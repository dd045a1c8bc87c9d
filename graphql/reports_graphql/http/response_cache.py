"""Caches answers until something public changes.

An answer's key (`build_key`) is made of everything that the answer depends on, and is the same in
all processes that share the cache. Each key contains the content version, so outdated answers are
never looked up and never have to be deleted: they expire or are evicted. Only public answers are
cached.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from wagtail.models import Site

from reports_graphql.http import metrics
from reports_graphql.http.content_version import ContentVersion
from reports_graphql.http.release import release_hash
from reports_graphql.http.request import GraphRequest
from reports_graphql.http.single_flight import SingleFlight
from reports_graphql.http.tiered_cache import TieredCache

SHARED_CACHE_SECONDS = 86_400  # seconds that an answer stays in the shared cache
MAX_TAGS_CHARACTERS = 2_000  # characters: proxies read whole headers of 4,096 bytes
SINGLE = ("service-", "indicator-", "incubator-", "fundinground-", "term-")


@dataclass(frozen=True)
class Answer:
    """The bytes of an answer with their `ETag`, cache tags and cost.

    An incomplete answer lacks a part that is only temporarily missing, such as a drawing; it is
    never cached. `cost` is the value of the header `Query-Cost`; pages leave it empty.
    """

    body: bytes
    etag: str
    tags: str
    is_complete: bool = True
    cost: str = ""

    @classmethod
    def from_body(
        cls, body: bytes, tags: Iterable[str], is_complete: bool = True, cost: str = ""
    ) -> "Answer":
        etag = hashlib.sha256(body).hexdigest()[:32]  # processors have instructions for it
        named = ",".join(sorted(tags))
        if len(named) > MAX_TAGS_CHARACTERS:  # each kind is among the tags too, and says enough
            named = ",".join(sorted(tag for tag in tags if not tag.startswith(SINGLE)))
        return cls(body, f'"{etag}"', named, is_complete, cost)

    def to_bytes(self) -> bytes:
        return f"{self.etag}\n{self.tags}\n{self.cost}\n".encode() + self.body

    @classmethod
    def from_bytes(cls, data: bytes) -> "Answer":
        etag, tags, cost, body = data.split(b"\n", 3)
        return cls(body, etag.decode(), tags.decode(), cost=cost.decode())


FLIGHTS: SingleFlight[Answer] = SingleFlight()


def build_key(version: ContentVersion, asked: GraphRequest, text: str, site: Site) -> str:
    """Return the cache key of an answer: all that it depends on, as 32 hexadecimal digits."""
    parts = [
        release_hash(),
        version.version,
        str(version.until),
        site.pk,
        text,
        asked.operation_name,
        asked.variables,
    ]
    return hash_parts(parts)


def hash_parts(parts: list[Any]) -> str:
    """Return the hash of some values, as 32 hexadecimal digits."""
    packed = json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()
    return hashlib.blake2b(packed, digest_size=16).hexdigest()


def answer_cache() -> TieredCache:
    return build_cache(settings.GRAPHQL_CACHE_BYTES)


@cache
def build_cache(size: int) -> TieredCache:
    """Return the cache of so many bytes: one per process, and one of each size in tests."""
    return TieredCache("answer", size)


def get_or_make(key: str | None, make: Callable[[], Answer]) -> Answer:
    """Return the cached answer for a key, or a new one. Without a key it is always new."""
    answer = get_answer(key)
    if answer is None:
        return FLIGHTS.get_or_make(key, lambda: make_and_put(key, make))
    metrics.FOUND_BY_KEY.inc()
    return answer


def make_and_put(key: str | None, make: Callable[[], Answer]) -> Answer:
    """Make an answer and cache it, unless this process has just cached one under the key."""
    data = answer_cache().get_near(key) if key else None
    if data is not None:
        return Answer.from_bytes(data)
    answer = make()
    put_answer(key, answer)
    metrics.EXECUTED.inc()
    return answer


def get_answer(key: str | None) -> Answer | None:
    data = answer_cache().get(key) if key else None
    return Answer.from_bytes(data) if data is not None else None


def put_answer(key: str | None, answer: Answer) -> None:
    if key and answer.is_complete:
        answer_cache().set(key, answer.to_bytes(), SHARED_CACHE_SECONDS)


def clear() -> None:
    """Empty the memory of this process; the shared cache stays."""
    answer_cache().clear()
