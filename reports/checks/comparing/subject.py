"""What a figure counts, closely enough to find the same count again elsewhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reports.checks.comparing.agreement import RELATIVE
from reports.checks.reading import sentence
from reports.checks.reading.parts import Fact
from reports.checks.reading.statement import COUNTED, KEPT, PAUSE, Statement

BASIS = {"mois", "jour", "semain", "an", "anne", "heur", "cumul", "lanc", "moyen", "depuis"}
SEGMENT = re.compile(r"\s[-–—]\s|;|\d")
ASIDE = re.compile(
    r"(?:^|\W)(?:contre|dont|soit|parmi|lesquels|lesquelles|objectif|objectifs|cible)\W*$",
    re.IGNORECASE,
)
PART = re.compile(r"(?:^|[-–—;•,]|\bet)\s*$")
SHOWN = 6  # words of a line that a message quotes

Key = tuple[tuple[str, ...], frozenset[str]]


@lru_cache(KEPT)
def stemmed(words: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, numbers left out."""
    return tuple(stem for stem in sentence.stemmed(words) if not stem[0].isdigit())


@lru_cache(KEPT)
def key(before: str, after: str) -> Key:
    """What is counted, and on which basis (by month, all told…); both must be the same."""
    clause = PAUSE.split(after.strip(), maxsplit=1)[0]
    found = stemmed(clause) or stemmed(before) or stemmed(after)
    return found, frozenset(BASIS.intersection(stemmed(SEGMENT.split(after, maxsplit=1)[0])))


def subject(statement: Statement) -> Key:
    """The whole key of a statement."""
    return key(statement.before, statement.after)


def opening(found: Key) -> Key:
    """A key by its first words only, for lines that end in other words from year to year."""
    return found[0][:COUNTED], found[1]


def claims(fact: Fact) -> Iterator[Statement]:
    """The counts that a fact claims: not those that it compares with (« contre 90 % »)."""
    for rank, statement in enumerate(fact.statements):
        before = statement.before
        leads = rank == 0 and fact.figure.is_number
        if statement.figure.qualifier in RELATIVE or ASIDE.search(before):
            continue
        if leads or PART.search(before):
            yield statement


def said(statement: Statement) -> str:
    """A statement in few words, as a message quotes it."""
    clause = PAUSE.split(statement.after.strip(), maxsplit=1)[0].split()
    if clause:
        return " ".join((statement.figure.text, *clause[:SHOWN]))
    label = statement.before.split()
    return " ".join((*label[-SHOWN:], statement.figure.text))
