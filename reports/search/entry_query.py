"""What a perspective may find. Hidden rows take part in nothing: an entry's score is its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import BooleanField, Case, IntegerField, Q, QuerySet, Value, When

from reports.models import Indicator, SearchEntry, Service, Term
from reports.text.search_words import SearchWord
from reports.visibility.perspective import Perspective

# Total: no two entries that one perspective sees are equal in all of these.
ORDER = ("-score", "kind", "-year", "order", "sort_key", "key")


@dataclass(frozen=True)
class EntryFilter:
    """Which entries take part: those of some kinds, and of some years; None is all of them."""

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


EVERYTHING = EntryFilter()


def is_visible(perspective: Perspective) -> Q:
    """Return the condition on entries that their source may be seen."""
    return (
        Q(report__in=perspective.reports().order_by().values("pk"))
        | Q(service__in=perspective.snippets(Service).values("pk"))
        | Q(indicator__in=perspective.snippets(Indicator).values("pk"))
        | Q(term__in=perspective.snippets(Term).values("pk"))
    )


def visible_and(perspective: Perspective, condition: Q) -> Case:
    """Return `condition`, asked of visible entries alone.

    A database chooses the order of conditions that AND joins, and asks the words first, which are
    cheap: a search would take longer for words of hidden rows. CASE fixes the order.
    """
    asked = When(is_visible(perspective), then=condition)
    return Case(asked, default=Value(False), output_field=BooleanField())


def contains_word(part: str, word: SearchWord) -> Q:
    """Return the condition that the `title_` or the text (an empty `part`) has a word."""
    conditions = [Q(**{f"{part}stems__contains": f" {stem} "}) for stem in word.stems]
    if word.prefix:
        columns = (f"{part}stems", f"{part}words")
        conditions += [Q(**{f"{column}__contains": f" {word.prefix}"}) for column in columns]
    return reduce(or_, conditions)


def list_visible_entries(perspective: Perspective) -> QuerySet[SearchEntry]:
    """Return the entries that may be seen, in no order."""
    return SearchEntry.objects.filter(is_visible(perspective)).order_by()


def find_entries(
    perspective: Perspective, words: Sequence[SearchWord], within: EntryFilter = EVERYTHING
) -> QuerySet[SearchEntry]:
    """Return the entries in which all `words` occur, each with its `score`; none without words.

    A word may stand in the title, but one at least is in the text: or else a section's title
    would bring all that is below it. The score counts the words that are in the title.
    """
    if not words:
        return SearchEntry.objects.none().annotate(score=Value(0, IntegerField()))
    everywhere = reduce(
        and_, (contains_word("", word) | contains_word("title_", word) for word in words)
    )
    somewhere = reduce(or_, (contains_word("", word) for word in words))
    matching = visible_and(perspective, within.condition & everywhere & somewhere)
    return SearchEntry.objects.filter(matching).annotate(score=title_score(words))


def title_score(words: Sequence[SearchWord]) -> Any:
    """Return the expression that counts how many of `words` are in the title."""
    counted = (Case(When(contains_word("title_", word), then=1), default=0) for word in words)
    return sum(counted, start=Value(0, IntegerField()))
