"""Stated growth against the two numbers that it leads from and to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic import growth
from reports.checks.arithmetic.growth import HUNDREDTH, Growth
from reports.checks.arithmetic.rounding import ZERO, rounded, said
from reports.checks.reading import Reading
from reports.checks.reading.parts import Card, Fact, Grid
from reports.checks.reading.place import Place
from reports.checks.reading.sentence import stemmed
from reports.checks.rule import Severity, Slip, rule
from reports.projection import period

CHANGE = re.compile(r"\b(?:évolution|variation|croissance|progression)s?\b", re.IGNORECASE)
# Stems that a growth shares with any fact of its card, and say nothing of what is counted.
VAGUE = {"mois", "jour", "an", "anne", "depuis", "total", "cumul", "part", "taux", "nombr"}
ALONE = Decimal("0.1")  # how near a growth without a noun in common must be, of its value


@rule(
    "growth-differs",
    Severity.WARNING,
    "Évolution qui ne correspond pas à ses deux nombres",
    "Une évolution (« +47 % », « +18 points », « x16 ») n’est pas celle des deux nombres imprimés, "
    "arrondie au plus proche. Une valeur tronquée est signalée comme « arrondi vers le bas ». Les "
    "nombres sont pris tels qu’imprimés : « plus de 400 000 » compte pour 400 000, et le message "
    "rappelle que l’évolution n’est alors qu’une borne.",
)
def growth_differs(report: Reading) -> Iterator[Slip]:
    for card in report.cards:
        if found := carded(card):
            yield from judged(card.growth.place if card.growth else card.place, found)
    for grid in report.grids:
        yield from columns(grid)


def carded(card: Card) -> Growth | None:
    """The growth of a card, between the two facts that it is of."""
    stated = card.growth
    if stated is None or len(card.periods) < 2:
        return None
    said_as = growth.kind(stated.figure, stated.before, stated.after)
    if said_as is None:
        return None
    how, sign = said_as
    pairs = [
        (first, last)
        for first in card.periods[0][1]
        for last in card.periods[-1][1]
        if growth.same_kind(first.figure, last.figure, how)
    ]
    wanted = meaning(stated)
    ranked = [(likeness(wanted, *pair), pair) for pair in pairs]
    ranked.sort(key=lambda found: found[0], reverse=True)
    best = ranked[0][0][0] if ranked else 0
    if best:
        matches = [pair for rank, pair in ranked if rank[0] == best]
    else:
        matches = [pair for pair in pairs if alike(*pair)]
        if len(matches) != 1:
            return None
    grown = [Growth(stated.figure, a.figure, b.figure, how, sign) for a, b in matches]
    if not best and wanted and not is_near(grown[0]):
        return None
    return None if any(each.is_right for each in grown) else grown[0]


def meaning(fact: Fact) -> frozenset[str]:
    """The stems of a fact's words."""
    return frozenset(stemmed(f"{fact.before} {fact.after}")) - VAGUE


def likeness(wanted: frozenset[str], first: Fact, last: Fact) -> tuple[int, Decimal]:
    """How many words the growth has in common with both facts, and these with each other."""
    one, other = meaning(first), meaning(last)
    shared, all_words = one & other, one | other
    return len(wanted & shared), Decimal(len(shared)) / max(len(all_words), 1)


def alike(first: Fact, last: Fact) -> bool:
    """Whether two facts count the same."""
    return bool(meaning(first) & meaning(last))


def is_near(found: Growth) -> bool:
    """Whether a growth is near what two numbers give, so that it must be of them."""
    exact = found.exact
    return exact is not None and abs(exact - found.value) <= abs(exact) * ALONE


def columns(grid: Grid) -> Iterator[Slip]:
    """Tables with a column of growth beside two columns of results."""
    table = grid.table
    changes = [n for n, column in enumerate(table.columns) if n and CHANGE.search(column.heading)]
    dated = [(n, when) for n, column in enumerate(table.columns) if (when := period(column))]
    results = sorted((when.start, n) for n, when in dated if n and when.kind == "result")
    if len(changes) != 1 or len(results) != 2 or results[0][0] == results[1][0]:
        return
    first, last, change = results[0][1], results[1][1], changes[0]
    for row in table.rows:
        if len(row.cells) <= max(first, last, change):
            continue
        stated, start, end = (row.cells[n].figure for n in (change, first, last))
        said_as = growth.kind(stated, "", "de plus")  # the head of the column says that it grows
        if said_as and growth.same_kind(start, end, said_as[0]):
            found = Growth(stated, start, end, *said_as)
            if not found.is_right:
                yield from judged(grid.place.below(row.head), found)


def judged(place: Place, found: Growth) -> Iterator[Slip]:
    """Says what the growth is, and which rounding or mistake gave the stated one."""
    start, end = found.start.raw.strip(), found.end.raw.strip()
    stated = found.stated.raw.strip()
    what = f"De « {start} » à « {end} », l’évolution est de {found.told}, et non « {stated} »"
    match found.way:
        case "cumulative":
            first, last = found.start.value or ZERO, found.end.value or ZERO
            whole = said(rounded((first + last) / first, HUNDREDTH))
            what += (
                f" : on ne la trouve qu’en ajoutant le second nombre au premier, "
                f"({said(first)} + {said(last)}) / {said(first)} = {whole}"
            )
        case way if way:
            what += f" ({way})"
    if found.is_bounded:
        what += " ; un nombre « plus de » ou « moins de » ne donne qu’une borne"
    yield Slip(place, f"{what}.", REPAIR, (stated, start, end))


REPAIR = "Corrigez l’évolution ou l’un des deux nombres, ou dites comment elle est calculée."
