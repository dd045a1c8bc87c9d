"""What was worked out of nodes is kept in memory, by the node itself."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from cachetools import LRUCache

N = TypeVar("N")
V = TypeVar("V")


class NodeCache(Generic[N, V]):
    """The values of the nodes that were asked for last; threads share them, so nobody changes them.

    A node cannot change and its document is kept, so that the same object comes again: its identity
    is the key, which costs nothing to compare. The node is kept too, so that no other takes its id.
    """

    def __init__(self, compute: Callable[[N], V], size: int) -> None:
        self.compute = compute
        self.kept: LRUCache[int, tuple[N, V]] = LRUCache(size)
        self.lock = threading.Lock()

    def get(self, node: N) -> V:
        """Return what the node's value is, worked out at the first time."""
        with self.lock:
            if (known := self.kept.get(id(node))) is not None:
                return known[1]
        value = self.compute(node)
        with self.lock:
            self.kept[id(node)] = node, value
        return value
