"""A cache of rows that is valid until the content version changes.

The result of a public statement depends on its values, on the stored content, and on the time. The
key has the values. The moment has the content version, which triggers renew with every change of
what public statements read, and the time until which it is valid.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from reports.content.visibility.combined_selections import fetch_together
from reports.content.visibility.compiled_queries import Selection
from reports.core.document.recent_values import RecentValues

ROW_BYTES = 1_000  # that a row takes beside its texts, by and large

Rows = tuple[Any, ...]


def measure_rows(rows: Rows) -> int:
    """Return about how many bytes rows take."""
    texts = (value for row in rows for value in vars(row).values() if type(value) is str)
    return ROW_BYTES * (1 + len(rows)) + sum(map(len, texts))


@dataclass(frozen=True)
class KeptRows:
    """The cached rows of one moment, in a store that threads share. Nobody may change a row.

    `moment` names the content version, and until when time alone does not change public content.
    """

    store: RecentValues[Rows]
    moment: Hashable

    @property
    def size(self) -> int:
        """About how many bytes the rows of all moments take at most."""
        return self.store.size

    def fetch_together(self, selections: Sequence[Selection]) -> list[list[Any]]:
        """Return the rows of each selection; one statement reads all that are not kept."""
        keys = [self.build_key(each) for each in selections]
        known = [self.store.get(key) for key in keys]
        missing = [each for each, rows in zip(selections, known, strict=True) if rows is None]
        fetched = iter(fetch_together(missing) if missing else ())
        found: list[list[Any]] = []
        for key, rows in zip(keys, known, strict=True):
            if rows is None:
                rows = tuple(next(fetched))
                self.store.put(key, rows)
            found.append(list(rows))
        return found

    def fetch_each(
        self, kind: Hashable, keys: Sequence[int], fetch: Callable[[list[int]], list[Any]]
    ) -> dict[int, Any]:
        """Return the rows of a kind by primary key, each kept by itself.

        `fetch` reads those that are not kept, all at once.
        """
        places = [(self.moment, kind, key) for key in keys]
        kept = zip(keys, self.store.get_all(places), strict=True)
        found = {key: rows[0] for key, rows in kept if rows}
        missing = [key for key in keys if key not in found]
        for row in fetch(missing) if missing else ():
            self.store.put((self.moment, kind, row.pk), (row,))
            found[row.pk] = row
        return found

    def build_key(self, selection: Selection) -> Hashable:
        """Return all that the rows of a selection depend on."""
        given = ((name, *values) for name, values in selection.given.items())
        return self.moment, selection.statement, *given
