"""Finds records by what somebody types; accents, case and punctuation do not count.

The database finds candidates by their sort keys, which are folded. They are ranked here, so that
the order is the same on every database.
"""

import re
from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Case, F, Func, Q, QuerySet, Value, When
from django.db.models.functions import Lower, Replace

from reports.content.models.merged_records import list_unmerged
from reports.content.models.snippet import Snippet
from reports.content.records.serializers import get_key
from reports.core.text.stems import LIGATURES, fold_accents

MAX_RECORDS = 20  # records in one answer
MAX_CANDIDATES = 500  # records that are ranked while somebody types
MARKS = "-._"  # of keys
WORD = re.compile(r"[^\W_]+")


def fold_text(text: str) -> str:
    """Return letters and digits alone, without accents or case: « A-Just » is « ajust »."""
    return fold_accents(text.lower().translate(LIGATURES))


def find_records(model: type[Snippet], query: str) -> list[Snippet]:
    """Return the records nearest to a query, nearest first; all by name where it is empty."""
    records = list_unmerged(model).select_related(*model.list_related())
    if not fold_text(query):
        return list(records[:MAX_RECORDS])
    return rank_records(find_candidates(records, query)[:MAX_CANDIDATES], query)[:MAX_RECORDS]


def match_records(records: QuerySet[Any], query: str) -> list[Any]:
    """Return those of some records that a query leads to, nearest first; all where it is empty."""
    if not fold_text(query):
        return list(records)
    related = records.select_related(*records.model.list_related())
    return rank_records(find_candidates(related, query), query)


def rank_records(candidates: Iterable[Any], query: str) -> list[Any]:
    """Return the candidates that have every word of a query, nearest first."""
    near = [(measure_distance(query, each), each) for each in candidates]
    chosen = [pair for pair in near if pair[0] is not None]
    return [record for _, record in sorted(chosen, key=lambda pair: pair[0] or 0)]


def find_candidates(records: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Return the records that a query may lead to, and some others: what is alike as the database
    compares it. Those whose name begins with the query come first.
    """
    key_field, whole = records.model.key_field, fold_text(query)
    bare_key: Func = Lower(F(key_field))
    for mark in MARKS:
        bare_key = Replace(bare_key, Value(mark))
    words = [has_text(records.model, fold_text(word)) for word in WORD.findall(query)]
    near = records.annotate(bare_key=bare_key).filter(
        has_text(records.model, whole) | reduce(and_, words)
    )
    is_first = Case(When(sort_key__startswith=to_hex(whole), then=0), default=1)
    return near.order_by(is_first, "sort_key")


def has_text(model: type[Snippet], folded: str) -> Q:
    """Return the condition that folded text is in the name of a record, in its key or beside it.

    Sort keys hold names folded, with and without the spaces between words.
    """
    condition = Q(sort_key__contains=to_hex(folded)) | Q(bare_key__contains=folded)
    for name in model.list_related():
        condition |= Q(**{f"{name}__sort_key__contains": to_hex(folded)})
    return condition


def to_hex(folded: str) -> str:
    """Return text as sort keys have it."""
    return folded.encode().hex()


def measure_distance(query: str, record: Snippet) -> int | None:
    """Return how far a record is from a query; None for one that lacks any of its words."""
    beside = (getattr(record, name) for name in record.beside)
    around = (name for each in beside if each for name in {each.name, each.survivor.name})
    return rank_name(query, record.name, get_key(record), " ".join(around))


def rank_name(query: str, name: str, key: str = "", around: str = "") -> int | None:
    """Return how far a name is from a query, 0 for the same; None where a word is missing.

    `key` counts like the name, but behind it. `around` is looked at last, with both.
    """
    whole, folded, folded_key = fold_text(query), fold_text(name), fold_text(key)
    words = [fold_text(word) for word in WORD.findall(query)]
    ranks = (
        whole in (folded, folded_key),
        folded.startswith(whole),
        any(fold_text(word).startswith(whole) for word in WORD.findall(name)),
        whole in folded,
        whole in folded_key,
        all(word in folded + folded_key for word in words),
        all(word in f"{folded} {folded_key} {fold_text(around)}" for word in words),
    )
    return ranks.index(True) if any(ranks) else None
