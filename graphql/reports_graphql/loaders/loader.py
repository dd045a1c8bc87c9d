"""The base class of data loaders."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

if TYPE_CHECKING:
    from reports_graphql.loaders import Loaders

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Loader(ABC, Generic[K, V]):
    """Loads visible values by key. The first `get` reads all keys that were announced, at once.

    Execution is synchronous and depth first, so a loader cannot wait for further keys: the code
    that knows the keys of a whole list or body announces them. The `kind` becomes a cache tag of
    the answer whether or not anything is found; otherwise tags would reveal references to hidden
    records.
    """

    kind: ClassVar[str]

    def __init__(self, loaders: "Loaders") -> None:
        self.loaders = loaders
        self.perspective = loaders.perspective
        self.announced: set[K | None] = set()
        self.values: dict[K | None, V | None] = {None: None}

    @abstractmethod
    def fetch_by_keys(self, keys: set[K]) -> Mapping[K, V]:
        """Return the visible values of `keys`, with one SQL statement for any number of keys."""

    def announce(self, keys: Iterable[K | None]) -> None:
        self.announced.update(keys)

    def announce_key(self, key: K | None) -> None:
        self.announced.add(key)

    def get(self, key: K | None) -> V | None:
        """Return the value of `key`; None if there is none or it may not be seen."""
        self.perspective.cache_tags.add(self.kind)
        if not is_askable(key):
            return None
        if key not in self.values:
            self.loaders.read_announced()
            self.announced.add(key)
            missing = self.take_missing()
            self.keep(missing, self.fetch_by_keys(missing))  # if it fails, nothing is known
        known = self.values[key]
        if known is not None:
            self.tag(known)
        return known

    def find_missing(self) -> set[K]:
        """Return the keys that are announced and were not read."""
        asked = {key for key in self.announced if key is not None and is_askable(key)}
        return asked - self.values.keys()

    def take_missing(self) -> set[K]:
        missing = self.find_missing()
        self.announced.clear()
        return missing

    def keep(self, asked: Iterable[K], found: Mapping[K, V]) -> None:
        """Remember the values that were found, and None for the other keys that were asked for."""
        self.values.update(dict.fromkeys(asked))
        for found_key, value in found.items():
            self.values[found_key] = value

    def tag(self, value: V) -> None:
        """Add the cache tags of a value that was asked for to the answer."""


def is_askable(key: object) -> bool:
    """Say whether a key can be sent to the database: PostgreSQL refuses null characters."""
    return not (isinstance(key, str) and "\0" in key)
