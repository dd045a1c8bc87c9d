"""Searches in memory if there are few entries, with the same results as `entry_query`."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, attrgetter, or_

from django.db.models import F, QuerySet
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from reports.content.models import SearchEntry
from reports.content.search.entry_query import (
    EVERYTHING,
    ORDER,
    EntryFilter,
    WordPatterns,
    list_visible_entries,
    rank_kinds,
)
from reports.content.visibility.aggregates import aggregate_rows
from reports.content.visibility.kept_rows import ROW_BYTES
from reports.content.visibility.perspective import Perspective


def list_few_entries(perspective: Perspective, size: int) -> QuerySet[SearchEntry]:
    """Return the entries that may be seen, in order; none if the table takes more than `size`.

    That is in bytes, as `measure_rows` counts them: half of it for rows, half for their texts.
    """
    texts = Length("text") + Length("stems") + Length("words")
    count = aggregate_rows(SearchEntry.objects.all(), "COUNT", F("pk"))
    length = aggregate_rows(SearchEntry.objects.all(), "SUM", texts)
    few = list_visible_entries(perspective).filter(
        LessThanOrEqual(count, size // 2 // ROW_BYTES), LessThanOrEqual(length, size // 2)
    )
    return few.annotate(rank=rank_kinds()).order_by(*(key for key in ORDER if key != "-score"))


def find_among(
    entries: Sequence[SearchEntry],
    words: Sequence[WordPatterns],
    within: EntryFilter = EVERYTHING,
) -> list[tuple[int, SearchEntry]]:
    """Return what `find_entries` finds of some entries, in the order of results, with the scores.

    The entries are in the order of `list_few_entries`.
    """
    if not words:
        return []
    in_text = [find_places(word, entries, "") for word in words]
    in_title = [find_places(word, entries, "title_") for word in words]
    anywhere = (text | title for text, title in zip(in_text, in_title, strict=True))
    places = reduce(and_, anywhere) & reduce(or_, in_text)
    scored = (
        (sum(place in title for title in in_title), entries[place]) for place in sorted(places)
    )
    found = ((score, entry) for score, entry in scored if within.admits(entry))
    return sorted(found, key=lambda each: -each[0])


def find_places(word: WordPatterns, entries: Sequence[SearchEntry], part: str) -> set[int]:
    """Return the places of the entries that have a word in the `title_` or the text (empty)."""
    stems = [*map(attrgetter(f"{part}stems"), entries)]
    sought = [(stem, stems) for stem in word.stems]
    if word.prefix is not None:
        words = [*map(attrgetter(f"{part}words"), entries)]
        sought += [(word.prefix, stems), (word.prefix, words)]
    return {
        place for pattern, column in sought for place, text in enumerate(column) if pattern in text
    }
