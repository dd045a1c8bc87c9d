"""Searches without a statement, where entries are few: in memory, as `entry_query` finds them."""

from collections.abc import Collection, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from reports.models import SearchEntry
from reports.search.entry_query import (
    EVERYTHING,
    ORDER,
    EntryFilter,
    WordPatterns,
    list_visible_entries,
)
from reports.visibility.kept_rows import ROW_BYTES
from reports.visibility.perspective import Perspective


def list_few_entries(perspective: Perspective, size: int) -> QuerySet[SearchEntry]:
    """Return the entries that may be seen, in order; none if the table takes more than `size`.

    That is in bytes, as `measure_rows` counts them: half of it for rows, half for their texts.
    """
    count = summarize("COUNT", F("pk"))
    length = summarize("SUM", Length("text") + Length("stems") + Length("words"))
    few = list_visible_entries(perspective).filter(
        LessThanOrEqual(count, size // 2 // ROW_BYTES), LessThanOrEqual(length, size // 2)
    )
    return few.order_by(*(key for key in ORDER if key != "-score"))


def summarize(function: str, value: Any) -> Subquery:
    """Return what an aggregate function says of a value of all entries, as an expression."""
    total = Func(value, function=function, output_field=IntegerField())
    return Subquery(SearchEntry.objects.order_by().annotate(total=total).values("total"))


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
    stems, others = [each.stems for each in entries], [each.words for each in entries]
    in_text = [find_places(word, stems, others) for word in words]
    stems, others = [each.title_stems for each in entries], [each.title_words for each in entries]
    in_title = [find_places(word, stems, others) for word in words]
    anywhere = (text | title for text, title in zip(in_text, in_title, strict=True))
    places = reduce(and_, anywhere) & reduce(or_, in_text)
    scored = (
        (sum(place in title for title in in_title), entries[place]) for place in sorted(places)
    )
    found = ((score, entry) for score, entry in scored if within.admits(entry))
    return sorted(found, key=lambda each: -each[0])


def find_places(word: WordPatterns, stems: Collection[str], words: Collection[str]) -> set[int]:
    """Return the places of the entries that have a word in a column of stems, or of words."""
    sought = [(stem, stems) for stem in word.stems]
    sought += [(word.prefix, column) for column in (stems, words) if word.prefix is not None]
    return {place for part, column in sought for place, text in enumerate(column) if part in text}
