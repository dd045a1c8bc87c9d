"""Finds shares that a sentence lists as parts of a whole: « (58 %), … (21 %) et … (24 %) »."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reports.checks.arithmetic.rounding import SHARES
from reports.core.figures import Figure, Qualifier, Unit, parse
from reports.core.figures.locale import current_locale
from reports.core.reading.statement import split_figures

MIN_SHARES = 3  # in one list
MAX_GAP_CHARACTERS = 70  # characters between two shares of one list
SPLIT = re.compile(
    r"\b(?:répart\w*|se compos\w*|compositions?|ventil\w*|se décompos\w*|se partag\w*"
    r"|\A\W*(?:of|sur) (?:the|our|these|les|nos|ces) \d{1,9}"
    r"|split|divided|made up|breakdown|broken down|comprised)\b",
    re.IGNORECASE,
)
"""What says that the shares that follow are all there are."""
OTHERS = re.compile(r"\b(?:autres|reste|restants?|others?|rest|remaining|remainder)\b", re.I)
PARTS = re.compile(
    r"\b(?:couvr\w+|financ\w+|provien\w+|vien(?:t|nent)|vont|reçoi\w+|représent\w+|consacr\w+"
    r"|affect\w+|revien\w+|premi(?:er|ère)s?|spen[dt]|comes?|came|covers?|covered|goes|went|go"
    r"|accounts?|accounted|funded|allocated|raised)\b",
    re.IGNORECASE,
)
"""What says that they are parts of one thing, maybe not all."""
CITED = re.compile(
    r"\b(?:cit\w+|mentionn\w+|évoqu\w+|déclar\w+|utilis\w+|mention\w*|reported)\b", re.IGNORECASE
)
"""What says that one may be counted in several shares."""
APART = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|[.!?]\s|\b(?:dont|parmi|soit|contre|hausse|baisse|points?|atteint"
    r"|respectiv\w*|plus|moins|of (?:which|whom|them)|including|against|compared|than|among|up|down"
    r"|reach\w*|an (?:dernier|passé)|last year|taux|rates?)\b",
    re.IGNORECASE,
)
"""What parts a share from the one before: of a part, of another year, of other things."""
JOINT = re.compile(r"[,;]|\b(?:et|and)\b", re.IGNORECASE)
LAST = re.compile(r"[,;)]?\s?\b(?:et|and)\b", re.IGNORECASE)


def find_listed_shares(words: str) -> tuple[Figure, ...]:
    """Return the shares that a sentence lists as parts of a whole; nothing in case of doubt."""
    pieces = split_figures(words, current_locale())
    figures = [parse(expression) for _, expression, _ in pieces]
    shares = [figure for figure in figures if figure.unit in SHARES]
    if {figure.unit for figure in shares} == {Unit.POINT}:
        return ()
    if len(shares) < MIN_SHARES or figures[-len(shares) :] != shares:
        return ()
    if any(figure.qualifier is not Qualifier.EXACT for figure in shares):
        return ()
    if not are_joined(words, pieces[-len(shares) :]):
        return ()
    listed = words[len(pieces[-len(shares)][0]) :]
    is_rest = OTHERS.search(listed) and not CITED.search(words)
    is_split = bool(SPLIT.search(words) or is_rest)
    whole = sum(figure.value for figure in shares if figure.value is not None)
    is_said = is_split or (whole > 100 and PARTS.search(words))
    return tuple(shares) if is_said else ()


def are_joined(words: str, pieces: Sequence[tuple[str, str, str]]) -> bool:
    """Return whether shares follow each other in one list, whose last has an « et » before it."""
    first = pieces[0][0]
    if APART.search(first[-MAX_GAP_CHARACTERS:].rpartition(":")[2]):
        return False
    for (before, expression, _), (until, _, _) in pairwise(pieces):
        between = until[len(before) + len(expression) :]
        if len(between) > MAX_GAP_CHARACTERS or APART.search(between) or not JOINT.search(between):
            return False
    *_, (before, expression, _), (until, _, _) = pieces
    return LAST.search(until[len(before) + len(expression) :]) is not None
