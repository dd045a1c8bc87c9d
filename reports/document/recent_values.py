import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

V = TypeVar("V")


class RecentValues(Generic[V]):
    """The values that were asked for last, by key. Threads share them, so nobody changes them.

    `size` bounds how many there are; with `measure`, what that says of all of them together. An
    answer asks for dozens: the cache of `cachetools` takes five times as long for each.
    """

    def __init__(self, size: int, measure: Callable[[V], int] | None = None) -> None:
        self.size = size
        self.measure = measure or (lambda value: 1)
        self.kept: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()  # the oldest first
        self.total = 0
        self.lock = threading.Lock()

    def get(self, key: Hashable) -> V | None:
        """Return the value of a key, if it is kept."""
        with self.lock:
            return self.touch(key)

    def get_all(self, keys: Iterable[Hashable]) -> list[V | None]:
        """Return the values of keys, each if it is kept."""
        with self.lock:
            return [self.touch(key) for key in keys]

    def touch(self, key: Hashable) -> V | None:
        """Return the value of a key, which is the last that was asked for now."""
        found = self.kept.get(key)
        if found is None:
            return None
        self.kept.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, value: V) -> None:
        """Keep a value, unless it alone is too large."""
        size = self.measure(value)
        if size > self.size:
            return
        with self.lock:
            self.total += size - self.kept.pop(key, (value, 0))[1]
            self.kept[key] = value, size
            while self.total > self.size:
                self.total -= self.kept.popitem(last=False)[1][1]

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
            self.total = 0
