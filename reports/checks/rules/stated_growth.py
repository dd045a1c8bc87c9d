"""Growth that a sentence states beside the two numbers that it is of."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic import growth
from reports.checks.arithmetic.growth import Growth
from reports.checks.arithmetic.rounding import is_near
from reports.checks.reading import Reading, sentence
from reports.checks.reading.place import Place
from reports.checks.reading.statement import split_figures, split_long_line
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.growth import check_growth
from reports.figures import Figure, Qualifier, Unit, parse
from reports.figures.locale import current_locale

SILENT = ("cell", "column", "heading")
# « contre 1 150 », « qu’en 2031 (38 000) », "up from 1,150"
BEFORE = re.compile(
    r"(?:\b(?:contre|par rapport à|au lieu de|against|compared (?:with|to)|up from|down from)\s"
    r"(?:\w{1,6}\s){0,2}|\b(?:qu['’]en|than in|que l['’]an dernier|than last year)\s?"
    r"(?:19|20)?\d{0,2}\s?[(:])\s*$",
    re.IGNORECASE,
)
CLAUSES = re.compile(rf"{sentence.END.pattern}|\s?;\s")
BESIDE = 40  # characters around a growth that say if it is a fall
FIGURES = 3
MOST_TIMES = Decimal(3)


@rule(
    "stated-growth-differs",
    Severity.WARNING,
    "Évolution d’une phrase qui ne correspond pas à ses nombres",
    "Une phrase dit un nombre, celui d’avant et un pourcentage d’évolution (« 1 230 (+4,6 %), "
    "contre 1 150 »), et le calcul donne un autre pourcentage. Une phrase qui a d’autres nombres "
    "n’est pas contrôlée.",
)
def stated_growth_differs(report: Reading) -> Iterator[Issue]:
    for text in report.texts:
        if text.role in SILENT or "%" not in text.text:
            continue
        for line in text.text.split("\n"):
            for piece in split_long_line(line):
                for words in CLAUSES.split(piece):
                    yield from check_sentence(text.place, words)


def check_sentence(place: Place, words: str) -> Iterator[Issue]:
    """Yield an issue about a sentence of one growth, its start and its end."""
    pieces = split_figures(words, current_locale()) if "%" in words else ()
    if len(pieces) != FIGURES:
        return
    told = [(before, parse(expression), after) for before, expression, after in pieces]
    shares = [piece for piece in told if piece[1].unit is Unit.PERCENT]
    counts = [piece for piece in told if is_count(piece[1])]
    starts = [figure for before, figure, _ in counts if BEFORE.search(before)]
    ends = [figure for before, figure, _ in counts if not BEFORE.search(before)]
    if len(shares) != 1 or len(starts) != 1 or len(ends) != 1:
        return
    before, stated, after = shares[0]
    kind = growth.detect_kind(stated, before[-BESIDE:], after[:BESIDE])
    start, end = starts[0], ends[0]
    if kind is None or start.value is None or end.value is None or start.unit is not end.unit:
        return
    claim = Growth(stated, start, end, *kind)
    if is_near(start.value, end.value, MOST_TIMES) and not claim.is_right:
        yield from check_growth(place, claim)


def is_count(figure: Figure) -> bool:
    return figure.qualifier is Qualifier.EXACT and figure.unit is not Unit.PERCENT
