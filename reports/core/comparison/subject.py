"""Computes keys of what a figure counts, to find the same count elsewhere in other words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reports.core.comparison.agreement import RELATIVE
from reports.core.comparison.quoting import split_quoted
from reports.core.reading import sentence
from reports.core.reading.parts import Fact
from reports.core.reading.statement import (
    CACHE_SIZE,
    MAX_COUNTED_WORDS,
    Statement,
    first_clause,
)

BASIS = {"mois", "jour", "semain", "an", "anne", "heur", "cumul", "lanc", "moyen", "depuis"}
SEGMENT = re.compile(r"\s[-–—]\s|;|\d")
ASIDE = re.compile(
    r"(?:^|\W)(?:contre|dont|soit|parmi|lesquels|lesquelles|objectif|objectifs|cible|au lieu de?"
    r"|from|against|versus|vs|than|instead of|of which|including|compared (?:to|with)|target)\W*$",
    re.IGNORECASE,
)
PART = re.compile(r"(?:^|[-–—;•,]|\bet)\s*$")
MAX_QUOTED_WORDS = 6  # words of a line that a message quotes

Key = tuple[tuple[str, ...], frozenset[str]]


@lru_cache(CACHE_SIZE)
def meaningful_stems(words: str) -> tuple[str, ...]:
    """Return the stems of the words that carry meaning, numbers left out."""
    return tuple(stem for stem in sentence.stem_words(words) if not stem[0].isdigit())


@lru_cache(CACHE_SIZE)
def count_key(before: str, after: str) -> Key:
    """Return what is counted, and on which basis (by month, all told…): counts are the same where
    both are.
    """
    clause = meaningful_stems(first_clause(after))
    basis = BASIS.intersection(meaningful_stems(SEGMENT.split(after, maxsplit=1)[0]))
    return clause or meaningful_stems(before) or meaningful_stems(after), frozenset(basis)


def subject_key(statement: Statement) -> Key:
    """Return the whole key of a statement."""
    return count_key(statement.before, statement.after)


def opening_key(key: Key) -> Key:
    """Return a key by its first words only, for lines that end in other words from year to year."""
    return key[0][:MAX_COUNTED_WORDS], key[1]


def iterate_claims(fact: Fact) -> Iterator[Statement]:
    """Yield the counts that a fact claims: not those that it compares with (« contre 90 % »)."""
    for rank, statement in enumerate(fact.statements):
        leads = rank == 0 and fact.figure.is_number
        compares = statement.figure.qualifier in RELATIVE or ASIDE.search(statement.before)
        if not compares and (leads or PART.search(statement.before)):
            yield statement


def quote_statement(statement: Statement) -> str:
    """Return a statement in few words, as a message quotes it."""
    if clause := split_quoted(first_clause(statement.after)):
        return " ".join((statement.figure.text, *clause[:MAX_QUOTED_WORDS]))
    return " ".join((*split_quoted(statement.before)[-MAX_QUOTED_WORDS:], statement.figure.text))
