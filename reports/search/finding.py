"""What a perspective may find. Hidden rows take part in nothing: an entry's score is its own."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from reports.models import Indicator, SearchEntry, Service, Term
from reports.visibility import Perspective

# Total: no two entries that one perspective sees are equal in all of these.
ORDER = ("-score", "kind", "-year", "order", "title", "key")

Stems = tuple[str, ...]


def visible(perspective: Perspective) -> QuerySet[SearchEntry]:
    """The entries of what may be seen."""
    return SearchEntry.objects.filter(
        Q(report__in=perspective.reports().order_by().values("pk"))
        | Q(service__in=perspective.snippets(Service).values("pk"))
        | Q(indicator__in=perspective.snippets(Indicator).values("pk"))
        | Q(term__in=perspective.snippets(Term).values("pk"))
    )


def has(field: str, word: Stems) -> Q:
    """Whether `field` holds one of the stems of a word, whole."""
    return reduce(or_, (Q(**{f"{field}__contains": f" {stem} "}) for stem in word))


def find(perspective: Perspective, words: Sequence[Stems]) -> QuerySet[SearchEntry]:
    """The entries in which all `words` occur, each with its `score`; none without words.

    A word may stand in the title, but one at least is in the text: or else a section's title
    would bring all that is below it. The score counts the words that are in the title.
    """
    if not words:
        return SearchEntry.objects.none().annotate(score=Value(0, IntegerField()))
    everywhere = reduce(and_, (has("stems", word) | has("title_stems", word) for word in words))
    somewhere = reduce(or_, (has("stems", word) for word in words))
    return visible(perspective).filter(everywhere, somewhere).annotate(score=score(words))


def score(words: Sequence[Stems]) -> Any:
    """How many of `words` are in the title."""
    counted = (Case(When(has("title_stems", word), then=1), default=0) for word in words)
    return sum(counted, start=Value(0, IntegerField()))
