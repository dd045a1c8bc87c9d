"""Rule that compares a stated growth with the two numbers from which it is computed."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic import growth
from reports.checks.arithmetic.growth import HUNDREDTH, Growth
from reports.checks.arithmetic.rounding import ZERO, format_number, round_half_up
from reports.checks.rule import Issue, Severity, rule
from reports.core.document.periods import read_period
from reports.core.reading import Reading
from reports.core.reading.parts import Card, Fact, Grid
from reports.core.reading.place import Place
from reports.core.reading.sentence import stem_words

CHANGE = re.compile(
    r"\b(?:évol(?:ution)?|var(?:iation)?|croissance|progression|change|growth|increase)s?\b",
    re.IGNORECASE,
)
# Stems that a growth shares with any fact of its card, and say nothing of what is counted.
VAGUE = {"mois", "jour", "an", "anne", "depuis", "total", "cumul", "part", "taux", "nombr"}
# People are the same people under several names: « usagers », « utilisateurs ».
PEOPLE = {
    *("util", "utilis", "usager", "usag", "agent", "personn", "benefici", "beneficiair", "inscrit"),
    *("visit", "visiteur", "citoyen", "elev", "etudi", "adherent", "participant", "candidat"),
    *("user", "people", "member", "visitor", "student", "client", "salari", "abon"),
}


@rule(
    "growth-differs",
    Severity.WARNING,
    "Évolution qui ne correspond pas à ses deux nombres",
    "Une évolution (« +47 % », « +18 points », « x16 ») n’est pas celle des deux nombres imprimés, "
    "arrondie au plus proche. Un pourcentage tronqué de moins d’un point (« +66 % » pour 66,7 %) "
    "n’est pas signalé ; au-delà, il l’est comme « arrondi vers le bas ». Les "
    "nombres sont pris tels qu’imprimés : « plus de 400 000 » compte pour 400 000, et le message "
    "rappelle que l’évolution n’est alors qu’une borne.",
)
def growth_differs(report: Reading) -> Iterator[Issue]:
    for card in report.cards:
        if claim := growth_of_card(card):
            yield from check_growth(card.growth.place if card.growth else card.place, claim)
    for grid in report.grids:
        yield from check_columns(grid)


def growth_of_card(card: Card) -> Growth | None:
    """Return the growth of a card, between the two facts that it is of."""
    stated = card.growth
    if stated is None or len(card.periods) < 2:
        return None
    kind = growth.detect_kind(stated.figure, stated.before, stated.after)
    if kind is None:
        return None
    pairs = [
        (first, last)
        for first in card.periods[0][1]
        for last in card.periods[-1][1]
        if growth.same_kind(first.figure, last.figure, kind[0])
    ]
    stems = fact_stems(stated)
    ranked = [(measure_likeness(stems, *pair), pair) for pair in pairs]
    ranked.sort(key=lambda match: match[0], reverse=True)
    best = ranked[0][0][0] if ranked else 0
    if best:
        matches = [pair for rank, pair in ranked if rank[0] == best]
    else:
        matches = [(a, b) for a, b in pairs if fact_stems(a) & fact_stems(b)]
    if not best and len(matches) != 1:
        return None
    grown = [Growth(stated.figure, a.figure, b.figure, *kind) for a, b in matches]
    is_of_others = not best and stems and not is_of_people(stems, *matches[0])
    return None if is_of_others or any(each.is_right for each in grown) else grown[0]


def fact_stems(fact: Fact) -> frozenset[str]:
    """Return the stems of a fact's words."""
    return frozenset(stem_words(f"{fact.before} {fact.after}")) - VAGUE


def measure_likeness(wanted: frozenset[str], first: Fact, last: Fact) -> tuple[int, Decimal]:
    """Return how many words the growth has in common with both facts, and these with each other."""
    one, other = fact_stems(first), fact_stems(last)
    shared, all_words = one & other, one | other
    return len(wanted & shared), Decimal(len(shared)) / max(len(all_words), 1)


def is_of_people(stems: frozenset[str], first: Fact, last: Fact) -> bool:
    """Return whether a growth and the only two numbers of its card all count people.

    People have many names (« usagers », « utilisateurs »). With different names of other things, it
    is unknown whether they are the same.
    """
    return all(PEOPLE & each for each in (stems, fact_stems(first), fact_stems(last)))


def check_columns(grid: Grid) -> Iterator[Issue]:
    """Check tables with a column of growth beside two columns of results."""
    table = grid.table
    changes = [n for n, column in enumerate(table.columns) if n and CHANGE.search(column.heading)]
    dated = [(n, when) for n, column in enumerate(table.columns) if (when := read_period(column))]
    results = sorted((when.start, n) for n, when in dated if n and when.kind == "result")
    if len(changes) != 1 or len(results) != 2 or results[0][0] == results[1][0]:
        return
    columns = (changes[0], results[0][1], results[1][1])
    for row in table.rows:
        if len(row.cells) <= max(columns):
            continue
        stated, start, end = (row.cells[n].figure for n in columns)
        kind = growth.detect_kind(stated, "", "de plus")  # as the head of the column says
        if kind and growth.same_kind(start, end, kind[0]):
            claim = Growth(stated, start, end, *kind)
            if not claim.is_right:
                yield from check_growth(grid.place.below(row.head), claim)


def check_growth(place: Place, claim: Growth) -> Iterator[Issue]:
    """Yield an issue that says what the growth is, and which rounding or mistake gave the stated
    one.
    """
    figures = (claim.stated, claim.start, claim.end)
    stated, start, end = (figure.raw.strip() for figure in figures)
    what = (
        f"De « {start} » à « {end} », l’évolution est de {claim.description}, et non « {stated} »"
    )
    if claim.is_from_nothing:
        what = (
            f"De « {start} » à « {end} », aucune évolution en pourcentage ou en multiple n’existe, "
            f"et le texte dit « {stated} »"
        )
    elif claim.sign < 0 and (claim.exact or ZERO) > 0:
        what = (
            f"Le texte dit une baisse de « {stated} », et de « {start} » à « {end} » l’évolution "
            f"est de {claim.description}"
        )
    match claim.way:
        case "cumulative":
            first, last = claim.start.value or ZERO, claim.end.value or ZERO
            whole = format_number(round_half_up((first + last) / first, HUNDREDTH))
            what += (
                f" : on ne la trouve qu’en ajoutant le second nombre au premier, "
                f"({format_number(first)} + {format_number(last)}) / {format_number(first)} "
                f"= {whole}"
            )
        case way if way:
            what += f" ({way})"
    if claim.is_bounded:
        what += " ; un nombre « plus de » ou « moins de » ne donne qu’une borne"
    yield Issue(place, f"{what}.", REPAIR, (stated, start, end))


REPAIR = "Corrigez l’évolution ou l’un des deux nombres, ou dites comment elle est calculée."
