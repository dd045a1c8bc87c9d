"""A thread-safe cache in memory that drops the least recently used values."""

import threading
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from cachetools import LRUCache

V = TypeVar("V")


class RecentValues(Generic[V]):
    """The most recently used values, by key. Threads share them, so nobody may change them.

    `size` is the maximum number of values or, with `measure`, the maximum sum of their measures.
    """

    def __init__(self, size: int, measure: Callable[[V], int] | None = None) -> None:
        self.size = size
        self.kept: LRUCache[Hashable, V] = LRUCache(size, getsizeof=measure)
        self.lock = threading.Lock()

    def get(self, key: Hashable) -> V | None:
        """Return the value of a key, if it is kept."""
        with self.lock:
            return self.kept.get(key)

    def get_all(self, keys: Iterable[Hashable]) -> list[V | None]:
        """Return the values of keys, each if it is kept."""
        with self.lock:
            return [self.kept.get(key) for key in keys]

    def put(self, key: Hashable, value: V) -> None:
        """Keep a value, unless it alone is too large."""
        with self.lock:
            if self.kept.getsizeof(value) <= self.size:
                self.kept[key] = value

    def get_or_make(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return the value of a key, made at the first time; two threads may both make it."""
        if (known := self.get(key)) is not None:
            return known
        made = make()
        self.put(key, made)
        return made

    def clear(self) -> None:
        with self.lock:
            self.kept.clear()
