"""The base class of loaders of records, pages and files: one SQL statement reads several kinds."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from reports.content.visibility.compiled_queries import Selection
from reports_graphql.loaders.loader import K, Loader, V


class RecordLoader(Loader[K, V]):
    """Loads rows of one kind, together with all announced rows of the other kinds.

    A kind becomes a cache tag of the answer when its loader is asked, not when its rows are read:
    see `Loader`.
    """

    @abstractmethod
    def select_rows(self, keys: set[K]) -> Selection:
        """Return the selection of the visible rows that have one of the keys."""

    @abstractmethod
    def index_rows(self, rows: Sequence[Any], keys: set[K]) -> Mapping[K, V]:
        """Return the values of rows by key, and announce the rows that they refer to."""

    def fetch_by_keys(self, keys: set[K]) -> Mapping[K, V]:
        asked: dict[RecordLoader[Any, Any], set[Any]] = {self: keys}
        for each in self.loaders.list_record_loaders():
            if each.announced and each is not self and (missing := each.find_missing()):
                asked[each] = missing
        selections = [each.select_rows(missing) for each, missing in asked.items()]
        found = self.perspective.fetch_together(selections)
        for each in asked:  # before rows announce others, of kinds that were read with them too
            each.announced.clear()
        values = {
            each: each.index_rows(rows, asked[each])
            for each, rows in zip(asked, found, strict=True)
        }
        for each in asked:
            each.keep(asked[each], values[each])
        return values[self]
