import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from cachetools import LRUCache

V = TypeVar("V")


class RecentValues(Generic[V]):
    """The values that were asked for last, by key. Threads share them, so nobody changes them.

    `size` bounds how many there are; with `measure`, what that says of all of them together.
    """

    def __init__(self, size: int, measure: Callable[[V], int] | None = None) -> None:
        self.kept: LRUCache[Hashable, V] = LRUCache(size, getsizeof=measure)
        self.lock = threading.Lock()

    def get_or_make(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return the value of a key, made at the first time; two threads may both make it."""
        with self.lock:
            if (known := self.kept.get(key)) is not None:
                return known
        made = make()
        with self.lock:
            if self.kept.getsizeof(made) <= self.kept.maxsize:
                self.kept[key] = made
        return made
