"""Answers that are kept: each for as long as nothing that is public has changed.

The key of an answer says all that it depends on, the content version and the next moment at which
time alone changes something included. So an old answer is never looked for, and none is ever
deleted: it falls off the shelf. Only what the public may see is kept.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from threading import Lock

from cachetools import LRUCache
from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils import timezone
from wagtail.models import Site
from wagtail.models.sites import get_site_for_hostname

from reports.freshness import version
from reports_graphql.http.media_type import negotiated
from reports_graphql.http.release import release
from reports_graphql.http.request import Asked
from reports_graphql.http.shelf import Shelf

LONGEST = 86_400  # seconds that an answer stays in the shared cache
LONGEST_TAGS = 2_000  # characters: proxies read whole headers of 4,096 bytes
SINGLE = ("service-", "indicator-")


@dataclass(frozen=True)
class Moment:
    """What is public at a time: its version, and when time alone ends it."""

    version: str
    until: datetime | None

    def key(self, request: HttpRequest, asked: Asked, text: str, site: Site) -> str:
        """What an answer to `asked` depends on, as 32 hexadecimal digits."""
        parts = [
            release(),
            self.version,
            str(self.until),
            site.pk,
            negotiated(request),
            text,
            asked.operation_name,
            asked.variables,
        ]
        packed = json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()
        return hashlib.blake2b(packed, digest_size=16).hexdigest()


_latest = Moment("", None)


def moment() -> Moment | None:
    """The present. One statement, and a second one where something has changed since the last."""
    global _latest
    token, now = version.current(), timezone.now()
    if token is None:
        return None
    latest = _latest
    if latest.version != token or (latest.until and latest.until <= now):
        latest = Moment(token, version.next_change(now))
        _latest = latest
    return latest


def site(request: HttpRequest, now: Moment) -> Site | None:
    """The site that a request is for, looked up once per content version."""
    host, _ = split_domain_port(request.get_host())
    return site_of(now.version, host, request.get_port())


@lru_cache(64)
def site_of(version: str, host: str, port: str) -> Site | None:
    try:
        return get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None


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


# Readers send the same words again and again: what they said last time need not be read anew.
Words = tuple[str, str, str]
LONGEST_WORDS = 8_192  # characters
_said: LRUCache[tuple[Moment, Words], Answer] = LRUCache(512)
_lock = Lock()


def said(now: Moment, words: Words) -> Answer | None:
    """The answer to a request by GET that was put in these very words."""
    with _lock:
        return _said.get((now, words))


def say_again(now: Moment, words: Words, answer: Answer) -> None:
    if len(words[0]) <= LONGEST_WORDS and len(answer.body) <= shelf().near.maxsize:
        with _lock:
            _said[now, words] = answer


@cache
def shelf() -> Shelf:
    return Shelf("answer", settings.GRAPHQL_CACHE_BYTES)


def kept(key: str) -> Answer | None:
    data = shelf().get(key)
    return Answer.unpacked(data) if data is not None else None


def keep(key: str, answer: Answer) -> None:
    shelf().set(key, answer.packed(), LONGEST)
