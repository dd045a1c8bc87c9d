"""Rates that a sentence states beside the two counts that they are of."""

import re
from collections.abc import Iterator

from reports.checks.arithmetic.rounding import (
    HUNDRED,
    can_be_printed_for,
    format_number,
    is_near,
)
from reports.checks.reading import Reading
from reports.checks.reading.clauses import iterate_clauses
from reports.checks.reading.place import Place
from reports.checks.reading.statement import split_figures
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.stated_growth import is_count
from reports.figures import Unit, parse
from reports.figures.locale import current_locale

# « soit un taux de réussite de 35 % », "412 awards, a success rate of 35%"
RATE = re.compile(
    r"(?:\bsoit un taux (?:de |d['’])?\w{1,30} de|,\s(?:or )?an? (?:\w{1,30} ){0,2}rate of)\s*$",
    re.IGNORECASE,
)
PERCENT = re.compile("%")
FIGURES = 3


@rule(
    "stated-rate-differs",
    Severity.WARNING,
    "Taux d’une phrase qui ne correspond pas à ses nombres",
    "Une phrase dit deux nombres et le taux que l’un est de l’autre (« 412 projets retenus sur "
    "1 630 candidatures, soit un taux de réussite de 35 % »), et le calcul donne un autre taux. "
    "Une phrase qui a d’autres nombres n’est pas contrôlée.",
)
def stated_rate_differs(report: Reading) -> Iterator[Issue]:
    for place, words in iterate_clauses(report, PERCENT):
        yield from check_sentence(place, words)


def check_sentence(place: Place, words: str) -> Iterator[Issue]:
    """Yield an issue about a sentence of one rate and the two counts before it."""
    pieces = split_figures(words, current_locale()) if "%" in words else ()
    if len(pieces) != FIGURES or not RATE.search(pieces[-1][0]):
        return
    first, second, rate = (parse(expression) for _, expression, _ in pieces)
    if not (is_count(first) and is_count(second)) or rate.unit is not Unit.PERCENT:
        return
    part, whole = sorted((first, second), key=lambda figure: figure.value or 0)
    if not part.value or not whole.value or rate.value is None or part.unit is not whole.unit:
        return
    exact = part.value * HUNDRED / whole.value
    is_of_others = not is_near(rate.value, exact)
    if is_of_others or can_be_printed_for(rate, exact):
        return
    counted, stated = (part.raw.strip(), whole.raw.strip()), rate.raw.strip()
    percent = format_number(exact, 1)
    yield Issue(
        place,
        f"« {counted[0]} » sur « {counted[1]} » font {percent} %, et non « {stated} ».",
        "Corrigez le taux ou l’un des deux nombres, ou dites de quoi il est le taux.",
        (stated, *counted),
    )
