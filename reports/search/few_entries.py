"""Searches without a statement, where entries are few: in memory, as `entry_query` finds them."""

from collections.abc import Collection, Sequence
from functools import reduce
from operator import and_, or_

from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from django.db.models.lookups import LessThanOrEqual

from reports.models import SearchEntry
from reports.search.entry_query import (
    EVERYTHING,
    ORDER,
    EntryFilter,
    WordPatterns,
    list_visible_entries,
)
from reports.visibility.perspective import Perspective


def list_few_entries(perspective: Perspective, most: int) -> QuerySet[SearchEntry]:
    """Return the entries that may be seen, in order; none of them if there are more than `most`."""
    count = Func(F("pk"), function="COUNT", output_field=IntegerField())
    total = Subquery(SearchEntry.objects.order_by().annotate(total=count).values("total"))
    few = list_visible_entries(perspective).filter(LessThanOrEqual(total, most))
    return few.order_by(*(key for key in ORDER if key != "-score"))


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
