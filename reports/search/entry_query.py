"""What a perspective may find. Hidden rows take part in nothing: an entry's score is its own."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import BooleanField, Case, IntegerField, Q, QuerySet, Value, When

from reports.models import Indicator, SearchEntry, Service, Term
from reports.visibility.perspective import Perspective

# Total: no two entries that one perspective sees are equal in all of these.
ORDER = ("-score", "kind", "-year", "order", "title", "key")

Stems = tuple[str, ...]


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


def has_stem(field: str, word: Stems) -> Q:
    """Whether `field` holds one of the stems of a word, whole."""
    return reduce(or_, (Q(**{f"{field}__contains": f" {stem} "}) for stem in word))


def find_entries(perspective: Perspective, words: Sequence[Stems]) -> QuerySet[SearchEntry]:
    """The entries in which all `words` occur, each with its `title_score`; none without words.

    A word may stand in the title, but one at least is in the text: or else a section's title
    would bring all that is below it. The score counts the words that are in the title.
    """
    if not words:
        return SearchEntry.objects.none().annotate(score=Value(0, IntegerField()))
    everywhere = reduce(
        and_, (has_stem("stems", word) | has_stem("title_stems", word) for word in words)
    )
    somewhere = reduce(or_, (has_stem("stems", word) for word in words))
    matching = visible_and(perspective, everywhere & somewhere)
    return SearchEntry.objects.filter(matching).annotate(score=title_score(words))


def title_score(words: Sequence[Stems]) -> Any:
    """Return the expression that counts how many of `words` are in the title."""
    counted = (Case(When(has_stem("title_stems", word), then=1), default=0) for word in words)
    return sum(counted, start=Value(0, IntegerField()))
