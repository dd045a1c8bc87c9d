"""Resolves the GraphQL field `search`.

It limits the length of the query, finds only what the request may see, and paginates the results.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import IntegerField, QuerySet
from strawberry import UNSET

from reports.content.models import SearchEntry
from reports.content.search.corrections import correct_query, is_correctable
from reports.content.search.entry_query import ORDER as ENTRY_ORDER
from reports.content.search.entry_query import EntryFilter, WordPatterns, find_entries, slots_in
from reports.content.search.few_entries import find_among, list_few_entries
from reports.content.visibility.perspective import Perspective
from reports.core.text.search_words import SearchWord, parse_search
from reports.core.text.stems import fold_accents
from reports_graphql.context import Context
from reports_graphql.errors import Refusal
from reports_graphql.found_entries import FoundRow, read_found
from reports_graphql.pagination import Page, Slice, build_page, select_page
from reports_graphql.row_order import Order
from reports_graphql.search_vocabulary import get_or_read_vocabulary
from reports_graphql.types.search import HitBuilder, SearchConnection, SearchHit

MAX_QUERY_CHARACTERS, MAX_QUERY_WORDS = 200, 10
ENTRIES_DIVISOR = 4  # the part of kept rows that entries take at most: one of so many
ORDER = Order(SearchEntry, ENTRY_ORDER, {"score": IntegerField(), "rank": IntegerField()})
ENTRY_KEYS = [key for key in ORDER.attributes if key not in ORDER.annotated]


@dataclass(frozen=True)
class Search:
    """The arguments of the field `search`."""

    query: str
    types: Collection[SearchEntry.Kind] | None = None
    years: Collection[int] | None = None
    prefix: bool = False

    @classmethod
    def from_arguments(cls, query: str, types: Any, years: Any, prefix: bool) -> "Search":
        """Return the search for the arguments of a field; absent arguments are UNSET."""
        kinds, years = (
            None if value is UNSET or value is None else tuple(value) for value in (types, years)
        )
        return cls(query, kinds, years, prefix)

    def read_words(self) -> list[SearchWord]:
        """Return the words of the query. Raises `Refusal` for too many.

        Folding makes up to eighteen letters of one character: U+FDFA is a whole sentence.
        """
        query = self.query
        if len(query) > MAX_QUERY_CHARACTERS or len(fold_accents(query)) > MAX_QUERY_CHARACTERS:
            raise Refusal(f"The query is longer than {MAX_QUERY_CHARACTERS} characters.")
        words = parse_search(self.query, self.prefix)
        if len(words) > MAX_QUERY_WORDS:
            raise Refusal(f"The query has more than {MAX_QUERY_WORDS} words.")
        return words

    @property
    def within(self) -> EntryFilter:
        return EntryFilter(self.types, self.years)


def search_results(context: Context, search: Search, window: Slice) -> SearchConnection:
    """Return a page of results; if there are none, of the results for corrected words."""
    words = search.read_words()
    page, corrected = find_page(context, search, words, window), None
    if not page.total and is_correctable(search.query, search.prefix):
        vocabulary = get_or_read_vocabulary(context)
        corrected = correct_query(search.query, search.prefix, vocabulary)
    if corrected is not None:
        other_words = parse_search(corrected, search.prefix)
        other_page = find_page(context, search, other_words, window)
        if other_page.total:
            page, words = other_page, other_words
        else:
            corrected = None
    found, builder = read_found(context, page.rows), HitBuilder(words, context)

    def node(row: FoundRow) -> SearchHit:
        return builder.build_hit(*found[row])

    connection = SearchConnection.from_page(replace(page, rows=list(found)), ORDER, node)
    connection.corrected_query = corrected
    return connection


def find_page(context: Context, search: Search, words: list[SearchWord], window: Slice) -> Page:
    """Find a page of the entries that have all `words`: their rows, each with its score."""
    patterns = [WordPatterns.of_word(word) for word in words]
    entries = read_few_entries(context.perspective, window)
    if not entries:
        return fetch_page(context, search, patterns, window)
    found = find_among(entries, patterns, search.within)
    total, candidates = len(found), found[: window.size + 1]
    rows = [FoundRow.of_entry(entry, score, total) for score, entry in candidates]
    return build_page(rows, total, window)


def read_few_entries(perspective: Perspective, window: Slice) -> list[SearchEntry]:
    """Return all entries for the first page if they are few and cached, else an empty list."""
    if not window.is_first_page or perspective.kept_rows is None:
        return []
    return perspective.fetch_visible(
        list_few_entries, perspective.kept_rows.size // ENTRIES_DIVISOR
    )


def fetch_page(
    context: Context, search: Search, patterns: list[WordPatterns], window: Slice
) -> Page:
    """Return a page of the entries that an SQL statement finds."""

    def select(perspective: Perspective) -> QuerySet[SearchEntry]:
        entries = find_entries(perspective, slots_in(patterns), search.within)
        return select_page(entries.only(*ENTRY_KEYS), ORDER, window)

    shape = tuple((len(word.stems), word.prefix is not None) for word in patterns)
    given = {"patterns": [each for word in patterns for each in word.list_patterns()]}
    given |= window.read_cursors(ORDER)
    key = "search", shape, search.within, window.shape
    values = context.perspective.fetch_values(key, select, given)
    candidates = [FoundRow(*each) for each in values]
    if candidates or not window.has_cursor:
        return build_page(candidates, candidates[0].total if candidates else 0, window)
    total = find_entries(context.perspective, patterns, search.within).count()
    return build_page(candidates, total, window)
