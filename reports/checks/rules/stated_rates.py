"""Rule that compares a rate in a sentence with the two counts that the sentence gives."""

import re
from collections.abc import Iterator

from reports.checks.arithmetic.rounding import (
    HUNDRED,
    can_be_printed_for,
    format_number,
)
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.stated_growth import is_count
from reports.core.figures import Figure, Unit, parse
from reports.core.figures.locale import current_locale
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_clauses
from reports.core.reading.place import Place
from reports.core.reading.statement import split_figures

# « soit un taux de réussite de 35 % », "412 awards, a success rate of 35%"
RATE = re.compile(
    r"(?:\bsoit un taux (?:de |d['’])?\w{1,30} de|,\s(?:or )?an? (?:\w{1,30} ){0,2}rate of)\s*$",
    re.IGNORECASE,
)
NUMBER = r"\d{1,3}(?:[ ,\u00a0\u202f]\d{3}){1,3}|\d{1,9}"
PERCENTAGE = (
    r"(?P<rate>(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}|\d{1,12})(?:[.,]\d{1,2})?\s?(?:%|points?\b))"
    r"(?!\s(?:de (?:plus|moins|hausse|baisse)|points?|more|less|fewer|higher|lower"
    r"|d(?:e la|u|es|e l['’])\s?(?:population|budget|dépenses|effectifs?|territoire|superficie"
    r"|crédits|recettes|chiffre)|of (?:the )?(?:population|budget|spending|workforce|area|income)))"
)
NOUN = r"(?:\s[^\W\d][\w’'-]{0,24}){0,4}"
PART_OF = (
    rf"(?<![\d,.-])(?P<part>{NUMBER})(?:\s(?:des|of|in)|{NOUN}\s(?:sur|out of))\s"
    rf"(?:(?:les|the|our|nos|its|their|un total de|a total of)\s)?(?P<whole>{NUMBER})(?!\d|[.,]\d)"
)
THAT_IS = r"(?:\s?\(|,?\s(?:soit|c['’]est-à-dire|or|that is|which is|i\.e\.|representing)\s)"
STATED_RATES = (
    # « 512 des 640 dossiers (80 %) », "512 of 640 checks (80%)", « 512 sur 640, soit 80 % »
    re.compile(rf"{PART_OF}[^.;:()\d]{{0,60}}{THAT_IS}{PERCENTAGE}", re.IGNORECASE),
    # « 80 % (512 réponses sur 640) »
    re.compile(
        rf"(?<![\d,.-]){PERCENTAGE}[^.;:()\d]{{0,30}}\({PART_OF}[^.;:()\d]{{0,40}}\)", re.IGNORECASE
    ),
    # « Sur 640 élèves, 512 ont répondu, soit 80 % »
    re.compile(
        rf"(?:\A|[\s(])(?:sur(?: les| nos)?|of(?: the| our)?|out of(?: the| our)?)\s"
        rf"(?P<whole>{NUMBER})(?!\d|[.,]\d)[^.;:()\d]{{0,60}},\s(?P<part>{NUMBER})(?!\d|[.,]\d)"
        rf"[^.;:()\d]{{0,60}}{THAT_IS}{PERCENTAGE}",
        re.IGNORECASE,
    ),
    # « 640 élèves, dont 512 filles (80 %) »
    re.compile(
        rf"(?<![\d,.-])(?P<whole>{NUMBER})(?!\d|[.,]\d)[^.;:()\d]{{1,60}},\s(?:dont|of whom"
        rf"|of which|including)\s(?P<part>{NUMBER})(?!\d|[.,]\d)[^.,;:()\d]{{0,40}}"
        rf"\({PERCENTAGE}\)",
        re.IGNORECASE,
    ),
)
YEAR = re.compile(r"(?:19|20)\d\d")
PERCENT = re.compile(r"%|\bpoints?\b")
# « Dans 12 écoles, 340 élèves »: where something is, and not what it is a part of.
SITED = re.compile(r"\b(?:dans|chez|in|at|across)\s(?:\w{1,6}\s)?$", re.IGNORECASE)
FIGURES = 3


@rule(
    "stated-rate-differs",
    Severity.WARNING,
    "Taux d’une phrase qui ne correspond pas à ses nombres",
    "Une phrase dit deux nombres et le taux que l’un est de l’autre (« 412 projets retenus sur "
    "1 630 candidatures, soit un taux de réussite de 35 % », « 512 élèves sur 640 (90 %) », "
    "« 640 élèves, dont 512 filles (90 %) »), et le calcul donne un autre taux.",
)
def stated_rate_differs(report: Reading) -> Iterator[Issue]:
    for place, words in iterate_clauses(report, PERCENT):
        yield from check_sentence(place, words)
        for found in find_rates(words):
            yield from check_rate(place, *map(parse, found.group("part", "whole", "rate")))


def check_sentence(place: Place, words: str) -> Iterator[Issue]:
    """Yield an issue about a sentence of one rate and the two counts before it."""
    pieces = split_figures(words, current_locale()) if PERCENT.search(words) else ()
    if len(pieces) != FIGURES or not RATE.search(pieces[-1][0]):
        return
    if any(SITED.search(before) for before, _, _ in pieces[:-1]):
        return
    yield from check_rate(place, *(parse(expression) for _, expression, _ in pieces))


def find_rates(words: str) -> Iterator[re.Match[str]]:
    """Yield the matches in a clause where two counts are beside the rate of one in the other.

    A year is not a count.
    """
    told: set[int] = set()
    for pattern in STATED_RATES:
        for found in pattern.finditer(words):
            place = found.start("rate")
            if place not in told and not YEAR.fullmatch(found["whole"]):
                told.add(place)
                yield found


def check_rate(place: Place, first: Figure, second: Figure, rate: Figure) -> Iterator[Issue]:
    """Yield an issue if a rate is not that of the smaller count in the greater one."""
    if not (is_count(first) and is_count(second)) or rate.unit not in (Unit.PERCENT, Unit.POINT):
        return
    part, whole = sorted((first, second), key=lambda figure: figure.value or 0)
    if not part.value or not whole.value or rate.value is None or part.unit is not whole.unit:
        return
    exact = part.value * HUNDRED / whole.value
    if rate.unit is Unit.PERCENT and can_be_printed_for(rate, exact):
        return
    counted, stated = (part.raw.strip(), whole.raw.strip()), rate.raw.strip()
    percent = format_number(exact, 1)
    yield Issue(
        place,
        f"« {counted[0]} » sur « {counted[1]} » font {percent} %, et non « {stated} ».",
        "Corrigez le taux ou l’un des deux nombres, ou dites de quoi il est le taux.",
        (stated, *counted),
    )
