"""A cache in two tiers: the memory of this process, and a cache shared by all processes.

The shared cache is not trusted: a value is only used if its signature is valid for its key. When
the shared cache fails or is slow it is not asked for a while; answers are then slower, never wrong.
"""

import hashlib
import hmac
import logging
import threading
import time
from typing import Any

from cachetools import LRUCache
from django.conf import settings
from django.core.cache import caches

logger = logging.getLogger(__name__)

RETRY_SECONDS = 5
SIGNATURE = hashlib.sha256().digest_size


class TieredCache:
    """A cache of bytes, whose keys are prefixed with `name`; `size` limits the bytes in memory."""

    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.near: LRUCache[str, bytes] = LRUCache(size, getsizeof=len)
        self.lock = threading.Lock()
        self.rests_until = 0.0

    def get_near(self, key: str) -> bytes | None:
        """Return the value that this process keeps, without asking the shared cache."""
        with self.lock:
            return self.near.get(key)

    def get(self, key: str) -> bytes | None:
        if (value := self.get_near(key)) is not None:
            return value
        if (value := self.get_shared(key)) is not None:
            self.keep(key, value)
        return value

    def set(self, key: str, value: bytes, seconds: int) -> None:
        """Store `value` in the shared cache for some seconds, and in memory while there is room."""
        self.keep(key, value)
        self.call_shared_cache(
            "set", self.label(key), sign_value(key, value) + value, timeout=seconds
        )

    def keep(self, key: str, value: bytes) -> None:
        with self.lock:
            if len(value) <= self.near.maxsize:
                self.near[key] = value

    def clear(self) -> None:
        """Empty the memory of this process."""
        with self.lock:
            self.near.clear()

    def get_shared(self, key: str) -> bytes | None:
        """Return the value in the shared cache, or None without a valid signature."""
        signed_value = self.call_shared_cache("get", self.label(key))
        if not isinstance(signed_value, bytes) or len(signed_value) < SIGNATURE:
            return None
        signature, value = signed_value[:SIGNATURE], signed_value[SIGNATURE:]
        return value if hmac.compare_digest(signature, sign_value(key, value)) else None

    def call_shared_cache(self, act: str, *arguments: Any, **options: Any) -> Any:
        """Call a method of the shared cache; return None if it fails, and for a while after
        that.
        """
        if time.monotonic() < self.rests_until:
            return None
        try:
            return getattr(caches["answers"], act)(*arguments, **options)
        except Exception as cause:  # each client library has errors of its own
            self.rests_until = time.monotonic() + RETRY_SECONDS
            logger.warning("The shared cache does not answer: %s.", type(cause).__name__)
            return None

    def label(self, key: str) -> str:
        return f"{self.name}:{key}"


def sign_value(key: str, value: bytes) -> bytes:
    """Return the signature of a value: without the secret key nobody can forge an answer."""
    secret = f"reports_graphql.tiered_cache:{settings.SECRET_KEY}".encode()
    return hmac.digest(secret, key.encode() + b"\0" + value, "sha256")


class Plain:
    """A serializer that leaves bytes unchanged.

    Django's own serializer unpickles, which executes what it is given.
    """

    def dumps(self, value: bytes) -> bytes:
        return value

    def loads(self, value: bytes) -> bytes:
        return value
