"""Builds the query of a search. Hidden entries have no influence on the score of others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import count
from operator import and_, or_
from typing import Any

from django.db.models import (
    Case,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, StrIndex
from django.db.models.lookups import GreaterThan, In

from reports.content.models import SearchEntry
from reports.content.models.record_kind import list_searched_kinds
from reports.content.search.word_index import IndexHasWord
from reports.content.visibility.compiled_queries import Slot
from reports.content.visibility.perspective import Perspective
from reports.core.text.search_words import SearchWord

# Total: no two entries that one perspective sees are equal in all of these.
ORDER = ("-score", "rank", "-year", "order", "sort_key", "key")


@dataclass(frozen=True)
class EntryFilter:
    """Restricts a search to entries of some kinds and of some years; None stands for all."""

    kinds: Collection[int] | None = None
    years: Collection[int] | None = None

    @property
    def condition(self) -> Q:
        """The condition on entries; a record has no year."""
        condition = Q()
        if self.kinds is not None:
            condition &= Q(kind__in=self.kinds)
        if self.years is not None:
            condition &= Q(kind=SearchEntry.Kind.PASSAGE, year__in=self.years)
        return condition

    def admits(self, entry: SearchEntry) -> bool:
        """Return whether an entry takes part."""
        if self.kinds is not None and entry.kind not in self.kinds:
            return False
        is_passage = entry.kind == SearchEntry.Kind.PASSAGE
        return self.years is None or (is_passage and entry.year in self.years)


EVERYTHING = EntryFilter()


def is_visible(perspective: Perspective) -> Q:
    """Return the condition on entries that their source may be seen."""
    visible = is_among("report", perspective.reports())
    for kind in list_searched_kinds():
        visible |= is_among(kind.name, perspective.snippets(kind.model))
    return visible


def is_among(source: str, visible: QuerySet[Any]) -> Q:
    """Return the condition that entries stand for one of the sources that may be seen.

    By an expression, no index: SQLite would read all entries of all sources by it, each alone,
    before it looks for words.
    """
    return Q(In(Coalesce(f"{source}_id", 0), visible.order_by().values("pk")))


@dataclass(frozen=True)
class WordPatterns:
    """The patterns that find a word in one column of an entry, one for each of its stems.

    Each pattern is a text, or a `Slot` that gets the text when a compiled query runs.
    """

    stems: tuple[Any, ...]
    prefix: Any = None

    @classmethod
    def of_word(cls, word: SearchWord) -> "WordPatterns":
        stems = tuple(f" {stem} " for stem in word.stems)
        return cls(stems, f" {word.prefix}" if word.prefix else None)

    def list_patterns(self) -> list[Any]:
        return [*self.stems, *([] if self.prefix is None else [self.prefix])]

    def build_condition(self, part: str) -> Q:
        """Return the condition that the `title_` or the text (an empty `part`) has the word."""
        conditions = [contains(f"{part}stems", stem) for stem in self.stems]
        if self.prefix is not None:
            columns = (f"{part}stems", f"{part}words")
            conditions += [contains(column, self.prefix) for column in columns]
        return reduce(or_, conditions)

    def build_indexed_condition(self) -> Q:
        """Return the condition that an index knows the word in the text."""
        conditions = [Q(IndexHasWord("stems", stem)) for stem in self.stems]
        if self.prefix is not None:
            conditions += [Q(IndexHasWord(each, self.prefix, True)) for each in ("stems", "words")]
        return reduce(or_, conditions)


def contains(column: str, pattern: Any) -> Q:
    """Return the condition that a column has a pattern in it.

    SQLite prepares a statement with `LIKE` and a parameter anew each time it runs.
    """
    if isinstance(pattern, str):
        pattern = Value(pattern)
    return Q(GreaterThan(StrIndex(column, pattern), 0))


def slots_in(words: Sequence[WordPatterns]) -> list[WordPatterns]:
    """Return words with a slot in place of each pattern, in order: `patterns` 0, 1, 2…"""
    places = count()

    def slot(_: Any) -> Slot:
        return Slot("patterns", next(places), TextField())

    return [
        WordPatterns(tuple(map(slot, word.stems)), word.prefix and slot(word.prefix))
        for word in words
    ]


def list_visible_entries(perspective: Perspective) -> QuerySet[SearchEntry]:
    """Return the entries that may be seen, in no order."""
    return SearchEntry.objects.filter(is_visible(perspective)).order_by()


def find_entries(
    perspective: Perspective, words: Sequence[WordPatterns], within: EntryFilter = EVERYTHING
) -> QuerySet[SearchEntry]:
    """Return the entries in which all `words` occur, each with its `score`; none without words.

    A word may stand in the title, but one at least is in the text: or else a section's title
    would bring all that is below it. The score counts the words that are in the title.
    """
    if not words:
        nothing = SearchEntry.objects.none()
        return nothing.annotate(score=Value(0, IntegerField()), rank=rank_kinds())
    indexed = reduce(or_, (word.build_indexed_condition() for word in words))
    matching = indexed & within.condition & has_words(words) & is_visible(perspective)
    entries = SearchEntry.objects.filter(matching)
    return entries.annotate(score=title_score(words), rank=rank_kinds())


def rank_kind(kind: int) -> int:
    """Return the place of a kind among equals: that of passages is after those of all records.

    It is their number while that is the greatest, which cursors may hold.
    """
    others = (other for other in SearchEntry.Kind if other != SearchEntry.Kind.PASSAGE)
    return max(kind, *(other + 1 for other in others)) if kind == SearchEntry.Kind.PASSAGE else kind


def rank_kinds() -> Any:
    """Return the expression of `rank_kind`."""
    passage = SearchEntry.Kind.PASSAGE
    ranked = When(kind=passage, then=Value(rank_kind(passage)))
    return Case(ranked, default="kind", output_field=IntegerField())


def has_words(words: Sequence[WordPatterns]) -> Q:
    """Return the condition that all `words` occur, and one at least in the text."""
    somewhere = reduce(or_, (word.build_condition("") for word in words))
    if len(words) == 1:  # a title adds nothing: it would be looked through in vain
        return somewhere
    anywhere = (word.build_condition("") | word.build_condition("title_") for word in words)
    return reduce(and_, anywhere) & somewhere


def title_score(words: Sequence[WordPatterns]) -> Any:
    """Return the expression that counts how many of `words` are in the title."""
    counted = (Case(When(word.build_condition("title_"), then=1), default=0) for word in words)
    return sum(counted, start=Value(0, IntegerField()))
