"""Answers that are kept: each for as long as nothing that is public has changed.

An answer is found by all that it depends on, the present moment included. So an old one is never
looked for, and none is ever deleted: it falls off the shelf. Only what the public may see is kept.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from cachetools import LRUCache
from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site

from reports_graphql.http.media_type import negotiated
from reports_graphql.http.moment import Moment
from reports_graphql.http.release import release
from reports_graphql.http.request import Asked
from reports_graphql.http.shelf import Shelf

LONGEST = 86_400  # seconds that an answer stays in the shared cache
LONGEST_TAGS = 2_000  # characters: proxies read whole headers of 4,096 bytes
SINGLE = ("service-", "indicator-")


@dataclass(frozen=True)
class Answer:
    """The bytes of an answer, their `ETag`, and what they speak of, as tags for caches."""

    body: bytes
    etag: str
    tags: str

    @classmethod
    def of(cls, body: bytes, tags: Iterable[str]) -> "Answer":
        etag = hashlib.blake2b(body, digest_size=16).hexdigest()
        named = ",".join(sorted(tags))
        if len(named) > LONGEST_TAGS:  # each kind is among the tags too, and says enough
            named = ",".join(sorted(tag for tag in tags if not tag.startswith(SINGLE)))
        return cls(body, f'"{etag}"', named)

    def packed(self) -> bytes:
        return f"{self.etag}\n{self.tags}\n".encode() + self.body

    @classmethod
    def unpacked(cls, data: bytes) -> "Answer":
        etag, tags, body = data.split(b"\n", 2)
        return cls(body, etag.decode(), tags.decode())


def key(request: HttpRequest, now: Moment, asked: Asked, text: str, site: Site) -> str:
    """What an answer to `asked` depends on, as 32 hexadecimal digits."""
    parts = [
        release(),
        now.version,
        str(now.until),
        site.pk,
        negotiated(request),
        text,
        asked.operation_name,
        asked.variables,
    ]
    return digest(parts)


def digest(parts: list[Any]) -> str:
    """Some values as 32 hexadecimal digits."""
    packed = json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()
    return hashlib.blake2b(packed, digest_size=16).hexdigest()


@cache
def shelf() -> Shelf:
    return Shelf("answer", settings.GRAPHQL_CACHE_BYTES)


def kept(key: str | None) -> Answer | None:
    data = shelf().get(key) if key else None
    return Answer.unpacked(data) if data is not None else None


def keep(key: str | None, answer: Answer) -> None:
    if key:
        shelf().set(key, answer.packed(), LONGEST)


# Readers send the same words again and again: what they said last time need not be read anew.
LONGEST_WORDS = 8_192  # characters
_said: LRUCache[tuple[Moment, str], Answer] = LRUCache(512)
_lock = Lock()


def words(request: HttpRequest, host: str) -> str | None:
    """All that a request by GET says, where that is not too much."""
    said = request.META.get("QUERY_STRING", "")
    if request.method != "GET" or len(said) > LONGEST_WORDS:
        return None
    return f"{host} {negotiated(request)} {said}"


def said(now: Moment | None, words: str | None) -> Answer | None:
    """The answer to a request that was put in these very words."""
    if now is None or words is None:
        return None
    with _lock:
        return _said.get((now, words))


def say_again(now: Moment | None, words: str | None, answer: Answer) -> None:
    if now is not None and words is not None:
        with _lock:
            _said[now, words] = answer


def forget() -> None:
    """Leaves this process as if it had just begun; what processes share stays."""
    shelf().clear()
    with _lock:
        _said.clear()
