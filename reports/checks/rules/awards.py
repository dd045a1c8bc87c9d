"""Awards: the tables of rounds against the amount that the text states for them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks.arithmetic.awards import Round, Scope, scopes
from reports.checks.arithmetic.rounding import (
    MOST_TERMS,
    PLAIN,
    ZERO,
    added,
    fits,
    near,
    said,
    slack,
)
from reports.checks.reading import Reading, sentence
from reports.checks.reading.statement import PAUSE, Statement
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Figure, Qualifier, Unit

AMOUNTS = tuple(qualifier for qualifier in PLAIN if qualifier is not Qualifier.LESS_THAN)

CUE = re.compile(
    r"accord|attribu|engag|octroy|allou|distribu|vers[ée]|lauréat|promo|vague|fast\b|dotation"
    r"|subvention|cofinanc|co-financ|montant total|au total",
    re.IGNORECASE,
)
# What one of them gets, or can get at most; and parts of what was awarded.
EACH = re.compile(
    r"\bpar (?:lauréat|produit|service|startup|start-up|projet|équipe|promo|an\b)|\bchaque|\bchacun"
    r"|\bmaxim|\bminim|\bjusqu|\béquivalent|\bcoaching|\bplafond|\bmoyenne|\bmédian|\bentre\b",
    re.IGNORECASE,
)
PART = re.compile(r"\bdont\s*$", re.IGNORECASE)
SINCE = re.compile(r"\b(?:depuis|cumul)", re.IGNORECASE)


@rule(
    "awards-total-differs",
    Severity.WARNING,
    "Montants attribués qui ne font pas le montant annoncé",
    "La somme des tableaux de financement d’une section n’est pas le montant que le texte de la "
    "section annonce. Si le texte nomme des promotions (« promos 14 et 15 »), leurs tableaux "
    "seulement sont comptés. Les montants par lauréat, les plafonds et ceux d’une autre année ne "
    "sont pas comparés.",
)
def awards_total_differs(report: Reading) -> Iterator[Slip]:
    settled: set[str] = set()
    for scope in scopes(report):
        tables = {each.grid.place.block for each in scope.rounds}
        if tables <= settled:
            continue
        pairs = [(s, rounds) for s in scope.statements(report) if (rounds := compared(scope, s))]
        off = [pair for pair in pairs if not agrees(*pair)]
        for statement, rounds in off:
            # Where one amount is the sum, others may be of something else unless they name rounds.
            if len(off) == len(pairs) or len(rounds) < len(scope.rounds):
                yield slip(statement, rounds)
        if pairs:
            settled |= tables


def compared(scope: Scope, statement: Statement) -> Sequence[Round]:
    """The rounds that a statement is the sum of, by its words and its size; none if of none."""
    figure = statement.figure
    if figure.unit is not Unit.EURO or figure.qualifier not in AMOUNTS or not is_awarded(statement):
        return ()
    rounds = scope.spoken_of(statement)
    if not rounds or any(each.total is None for each in rounds):
        return ()
    value = figure.value or ZERO
    awarded = awards(rounds)
    if len(awarded) > 1 and value <= max(award.value or ZERO for award in awarded):
        return ()
    return rounds if near(value, total(rounds)) else ()


def is_awarded(statement: Statement) -> bool:
    """Whether the words around an amount are of all that was awarded."""
    words, before = sentence.words(statement), sentence.before(statement)
    clause = PAUSE.split(statement.after.strip(), maxsplit=1)[0]
    return bool(CUE.search(words)) and not (
        EACH.search(before) or PART.search(before) or EACH.search(clause) or SINCE.search(words)
    )


def agrees(statement: Statement, rounds: Sequence[Round]) -> bool:
    """Whether the amount is the sum of the awards."""
    return fits(statement.figure, total(rounds), slack(awards(rounds)))


def awards(rounds: Sequence[Round]) -> list[Figure]:
    """All the amounts of the rounds."""
    return [figure for each in rounds for figure in each.amounts]


def total(rounds: Sequence[Round]) -> Decimal:
    """The sum of the rounds."""
    return sum((each.total or ZERO for each in rounds), ZERO)


def slip(statement: Statement, rounds: Sequence[Round]) -> Slip:
    """Says what the tables add up to."""
    totals = [each.total or ZERO for each in rounds]
    sums = added(totals) if 1 < len(totals) <= MOST_TERMS else said(total(rounds))
    stated = statement.figure.raw.strip()
    return Slip(
        statement.place,
        f"Les montants des tableaux font {sums} €, et non « {stated} ».",
        "Corrigez le montant annoncé ou les tableaux, ou dites ce qui n’y figure pas.",
        (stated, *(figure.raw for figure in awards(rounds))),
        tuple(each.grid.place for each in rounds),
    )
