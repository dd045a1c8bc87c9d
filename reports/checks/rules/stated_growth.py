"""Rule that compares a growth in a sentence with the two numbers that the sentence gives."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reports.checks.arithmetic import growth
from reports.checks.arithmetic.growth import Growth
from reports.checks.arithmetic.passages import is_joined, is_passage, take_end
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.growth import check_growth
from reports.checks.statements.aims import AIMED
from reports.core.comparison.subject import meaningful_stems
from reports.core.figures import Figure, Qualifier, Unit, parse
from reports.core.figures.locale import current_locale
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_clauses
from reports.core.reading.place import Place
from reports.core.reading.statement import first_clause, split_figures

# « contre 1 150 », « qu’en 2031 (38 000) », "up from 1,150"
BEFORE = re.compile(
    r"(?:%\s(?:more |higher |lower )?(?:from|on|over|than)\s(?:the\s)?"
    r"|\((?:19|20)\d\d(?:[-–/]\d\d)?\s?:\s"
    r"|\b(?:contre|par rapport à|au lieu de|against|compared (?:with|to)|up from|down from)\s"
    r"(?:\w{1,6}\s){0,2}"
    r"|\b(?:qu['’]en|than in|(?:than|on|over)(?= (?:19|20))|que l['’]an (?:dernier|passé)"
    r"|(?:que |à )?l['’]année (?:précédente|dernière)|un an plus tôt"
    r"|(?:than|on|over) (?:the )?(?:(?:last|previous|prior) year|year before|year earlier))"
    r"\s?(?:19|20)?\d{0,2}\s?[(:])\s*$",
    re.IGNORECASE,
)
# « soit 1 200 tonnes de plus », "600 fewer than in 2031"
DIFFERENCE = re.compile(
    r"^\s?(?:[\w’'-]{1,20}\s){0,3}(?:de plus|de moins|en plus|en moins|more|fewer)\b", re.IGNORECASE
)
# What leads from a passage to its difference: « soit 67 de plus », "(67 more)".
THAT_IS = re.compile(r"(?:\b(?:soit|or)\s|\()\s*$", re.IGNORECASE)
BESIDE = 40  # characters around a growth that say if it is a fall
# « en hausse de 6 % », « soit une baisse de 6 % », "a rise of 6%"
RISE_OF = re.compile(
    r"\b(?:(?:en|soit une?|une?) (?:forte |légère |nette )?(?:hausse|augmentation|progression"
    r"|croissance|baisse|diminution|recul|réduction) d(?:e |['’])|(?:an? )?(?:rise|increase|growth"
    r"|fall|drop|decrease|decline|reduction) of )(?:près de |environ |about |nearly )?$",
    re.IGNORECASE,
)
# What a sentence has that says a growth: nothing else is read.
GROWTH = re.compile(
    r"%|\b(?:de plus|de moins|en plus|en moins|more|fewer|points?)\b", re.IGNORECASE
)
# « de 20 à 30 selon les sites » is no passage from one number to another.
VARIED = re.compile(r"\b(?:selon|suivant|depending|according)\b", re.IGNORECASE)
FIGURES = 3
PASSAGE = 2  # figures: from one value to another, and the points between them
Told = tuple[str, Figure, str]  # the words before, and those after
# The noun right after a count, and not « en 2023 » or « l’an dernier ».
NOUN = re.compile(
    r"\s((?!(?:en|in|au|aux|à|at|on|of|de|du|l|le|la|les|the|fin|un|il|last|year|years|an|ans|and|et"
    r"|soit|or)\b)[^\W\d]{3,25})",
    re.IGNORECASE,
)


@rule(
    "stated-growth-differs",
    Severity.WARNING,
    "Évolution d’une phrase qui ne correspond pas à ses nombres",
    "Une phrase dit un nombre, celui d’avant et une évolution (« 1 230 (+4,6 %), contre 1 150 », "
    "« de 84 % à 87 %, soit 6 points de plus »), et le calcul donne une autre évolution. Une "
    "phrase qui a d’autres nombres n’est pas contrôlée.",
)
def stated_growth_differs(report: Reading) -> Iterator[Issue]:
    for place, words in iterate_clauses(report, GROWTH):
        yield from check_sentence(place, words)


def check_sentence(place: Place, words: str) -> Iterator[Issue]:
    """Yield an issue about a sentence of one growth, its start and its end."""
    told = [
        (before, parse(expression), after)
        for before, expression, after in split_figures(words, current_locale())
    ]
    parts = find_passage(told) if len(told) == PASSAGE else find_parts(told)
    if parts is None:
        return
    (before, stated, after), start, end = parts
    kind = growth.detect_kind(stated, before[-BESIDE:], after[:BESIDE])
    if kind is None or start.value is None or end.value is None or start.unit is not end.unit:
        return
    claim = Growth(stated, start, end, *kind)
    if is_in_points(claim):
        claim = replace(claim, kind="percent")
    elif claim.is_right:
        return
    yield from check_growth(place, claim)


def is_in_points(claim: Growth) -> bool:
    """Return whether a growth of counts is printed in points, as only one of shares is."""
    return claim.stated.unit is Unit.POINT and claim.start.unit not in (Unit.PERCENT, Unit.POINT)


def find_parts(told: list[Told]) -> tuple[Told, Figure, Figure] | None:
    """Return the growth, the start and the end of three figures; None where they are others."""
    if len(told) != FIGURES:
        return None
    stated = [piece for piece in told if piece[1].unit in (Unit.PERCENT, Unit.POINT)]
    stated = stated or [piece for piece in told if DIFFERENCE.search(piece[2])]
    counts = [piece for piece in told if is_count(piece[1]) and piece not in stated]
    if len(stated) == 1 and (pair := find_pair(told)) and stated[0][1] not in pair:
        return stated[0], *pair
    starts = [piece for piece in counts if BEFORE.search(piece[0])]
    ends = [piece for piece in counts if not BEFORE.search(piece[0])]
    if len(stated) != 1 or len(starts) != 1 or len(ends) != 1:
        return None
    if AIMED.search(first_clause(starts[0][2])) or are_of_two_nouns(starts[0], ends[0]):
        return None
    return stated[0], starts[0][1], ends[0][1]


def are_of_two_nouns(start: Told, end: Told) -> bool:
    """Return whether two counts name what they count, and name two things."""
    one, other = (NOUN.match(after) for _, _, after in (start, end))
    if one is None or other is None:
        return False
    return not {*meaningful_stems(one[1])} & {*meaningful_stems(first_clause(end[2]))}


def find_pair(told: list[Told]) -> tuple[Figure, Figure] | None:
    """Return the two counts of "grew by 12%, from 350 to 392"."""
    for first, second in pairwise(told):
        if is_count(first[1]) and is_count(second[1]) and is_joined(first, second):
            return first[1], second[1]
    return None


def find_passage(told: list[Told]) -> tuple[Told, Figure, Figure] | None:
    """Return the stated growth, the start and the end of a sentence with a passage; None without.

    The growth is the points of « de 84,1 % à 87,3 %, soit 6 points de plus », the percentage of «
    de 1 050 à 1 122 (+7 %) », or the difference of « de 1 845 à 1 912, soit 67 de plus ».
    """
    if find_stated_first(told):
        stated, (_, passage, _) = told
        return stated, take_end(passage, passage.value), take_end(passage, passage.value_to)
    (before, passage, _), stated = told
    is_moved = growth.RISE.search(before) or growth.FALL.search(before)
    is_said = is_moved and passage.raw.strip().lower().startswith(("from ", "de "))
    is_passage = passage.qualifier is Qualifier.FROM_TO or (
        passage.qualifier is Qualifier.RANGE and is_said
    )
    is_signed = stated[1].unit is Unit.PERCENT and (
        stated[1].qualifier is Qualifier.CHANGE or RISE_OF.search(stated[0]) is not None
    )
    is_counted = THAT_IS.search(stated[0]) is not None and DIFFERENCE.search(stated[2]) is not None
    if not is_passage or passage.unit is Unit.POINT:
        return None
    is_of_shares = passage.unit is Unit.PERCENT
    if not (stated[1].unit is Unit.POINT if is_of_shares else is_signed or is_counted):
        return None
    return stated, take_end(passage, passage.value), take_end(passage, passage.value_to)


def find_stated_first(told: list[Told]) -> bool:
    """Return whether a percentage comes before the passage that it is of: « a progressé de 12 %,
    passant de 350 à 380 ».
    """
    (before, stated, _), (_, passage, after) = told
    is_stated = stated.unit is Unit.PERCENT and (
        growth.RISE.search(before[-BESIDE:]) or growth.FALL.search(before[-BESIDE:])
    )
    is_of_counts = is_passage(passage) and passage.unit not in (Unit.PERCENT, Unit.POINT)
    return bool(is_stated) and is_of_counts and not VARIED.search(after)


def is_count(figure: Figure) -> bool:
    return figure.qualifier is Qualifier.EXACT and figure.unit is not Unit.PERCENT
