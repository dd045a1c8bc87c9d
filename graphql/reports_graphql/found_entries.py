"""Loads the entries that a search found, with the report or record of each."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Self

from reports.content.models import AnnualReportPage, SearchEntry
from reports.content.models.record_kind import list_searched_kinds
from reports.content.models.snippet import Snippet
from reports.content.search.entry_query import list_visible_entries, rank_kind
from reports_graphql.context import Context
from reports_graphql.loaders import LOADER_NAMES, Loaders
from reports_graphql.loaders.loader import Loader

# What is read of an entry that is shown; the rest is in its row.
COLUMNS = (
    *("kind", "key", "order", "title", "anchor", "text"),
    *("report_id", *(f"{kind.name}_id" for kind in list_searched_kinds())),
)

# What loads the source of an entry, and the column that has its key, by the kind of the entry.
PLACES: dict[int, tuple[str, str]] = {
    **{
        SearchEntry.Kind.of_records(kind.name): (LOADER_NAMES[kind.name], f"{kind.name}_id")
        for kind in list_searched_kinds()
    },
    SearchEntry.Kind.INDICATOR: ("indicators_by_code", "key"),
    SearchEntry.Kind.PASSAGE: ("reports_by_id", "report_id"),
}

Source = AnnualReportPage | Snippet


class FoundRow(NamedTuple):
    """One result of a search: the columns of the SQL statement in order, then the `entry`.

    `key` to `rank` are the keys by which results are ordered. `leading` and `trailing` say whether
    there are results before and after the page. `entry` is None if it has yet to be loaded.
    """

    id: int
    key: str
    year: int
    order: int
    sort_key: str
    score: int
    rank: int
    total: int
    leading: bool
    trailing: bool
    entry: SearchEntry | None = None

    @classmethod
    def of_entry(cls, entry: SearchEntry, score: int, total: int) -> Self:
        """Return the row of an entry on the first page."""
        keys = entry.id, entry.key, entry.year, entry.order, entry.sort_key
        return cls(*keys, score, rank_kind(entry.kind), total, False, False, entry)


def read_found(
    context: Context, rows: Sequence[FoundRow]
) -> dict[FoundRow, tuple[SearchEntry, Source]]:
    """Return the entries of rows in order, each with its report or record.

    Entries that were hidden meanwhile are left out.
    """
    entries = {row.id: row.entry for row in rows if row.entry}
    if missing := [row.id for row in rows if not row.entry]:
        entries |= context.perspective.fetch_each(list_visible_entries, missing, *COLUMNS)
    sources = find_sources(context, entries.values())
    return {row: (entries[row.id], sources[row.id]) for row in rows if row.id in sources}


def find_sources(context: Context, entries: Iterable[SearchEntry]) -> dict[int, Source]:
    """Return the reports and records of entries, by the id of the entry's row.

    They are loaded together. Those that were hidden meanwhile are left out.
    """
    places = {entry.id: find_place(context.load, entry) for entry in entries}
    distinct = set(places.values())
    for loader, key in distinct:
        loader.announce_key(key)
    found = {(loader, key): loader.get(key) for loader, key in distinct}
    sources = ((entry, found[place]) for entry, place in places.items())
    return {entry: source for entry, source in sources if source is not None}


def find_place(load: Loaders, entry: SearchEntry) -> tuple[Loader[Any, Any], Any]:
    """Return the name of the loader of an entry's report or record, and its key."""
    loader, key = PLACES[entry.kind]
    return getattr(load, loader), getattr(entry, key)
