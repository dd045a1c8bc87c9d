"""Awards: the tables of rounds against the amount that the text states for them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks.arithmetic.awards import Round, Scope, find_scopes
from reports.checks.arithmetic.rounding import (
    MOST_TERMS,
    PLAIN,
    ZERO,
    can_be_printed_for,
    format_number,
    format_sum,
    is_near,
    rounding_slack,
)
from reports.checks.reading import Reading, sentence
from reports.checks.reading.statement import PAUSE, Statement
from reports.checks.rule import Issue, Severity, rule
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
def awards_total_differs(report: Reading) -> Iterator[Issue]:
    settled: set[str] = set()
    for scope in find_scopes(report):
        tables = {each.grid.place.block for each in scope.rounds}
        if tables <= settled:
            continue
        pairs = [
            (s, rounds)
            for s in scope.iterate_statements(report)
            if (rounds := compared_rounds(scope, s))
        ]
        off = [pair for pair in pairs if not is_sum_of_awards(*pair)]
        for statement, rounds in off:
            # Where one amount is the sum, others may be of something else unless they name rounds.
            if len(off) == len(pairs) or len(rounds) < len(scope.rounds):
                yield build_issue(statement, rounds)
        if pairs:
            settled |= tables


def compared_rounds(scope: Scope, statement: Statement) -> Sequence[Round]:
    """Return the rounds that a statement is the sum of, by its words and its size; none if it is of
    none.
    """
    figure = statement.figure
    if figure.unit is not Unit.EURO or figure.qualifier not in AMOUNTS or not is_awarded(statement):
        return ()
    rounds = scope.spoken_of(statement)
    if not rounds or any(each.total is None for each in rounds):
        return ()
    value = figure.value or ZERO
    awarded = list_amounts(rounds)
    if len(awarded) > 1 and value <= max(award.value or ZERO for award in awarded):
        return ()
    return rounds if is_near(value, sum_rounds(rounds)) else ()


def is_awarded(statement: Statement) -> bool:
    """Return whether the words around an amount are of all that was awarded."""
    words, before = sentence.whole_sentence(statement), sentence.words_before(statement)
    clause = PAUSE.split(statement.after.strip(), maxsplit=1)[0]
    return bool(CUE.search(words)) and not (
        EACH.search(before) or PART.search(before) or EACH.search(clause) or SINCE.search(words)
    )


def is_sum_of_awards(statement: Statement, rounds: Sequence[Round]) -> bool:
    """Return whether the amount is the sum of the awards."""
    return can_be_printed_for(
        statement.figure, sum_rounds(rounds), rounding_slack(list_amounts(rounds))
    )


def list_amounts(rounds: Sequence[Round]) -> list[Figure]:
    """Return all the amounts of the rounds."""
    return [figure for each in rounds for figure in each.amounts]


def sum_rounds(rounds: Sequence[Round]) -> Decimal:
    """Return the sum of the rounds."""
    return sum((each.total or ZERO for each in rounds), ZERO)


def build_issue(statement: Statement, rounds: Sequence[Round]) -> Issue:
    """Return an issue that says what the tables add up to."""
    totals = [each.total or ZERO for each in rounds]
    sums = (
        format_sum(totals) if 1 < len(totals) <= MOST_TERMS else format_number(sum_rounds(rounds))
    )
    stated = statement.figure.raw.strip()
    return Issue(
        statement.place,
        f"Les montants des tableaux font {sums} €, et non « {stated} ».",
        "Corrigez le montant annoncé ou les tableaux, ou dites ce qui n’y figure pas.",
        (stated, *(figure.raw for figure in list_amounts(rounds))),
        tuple(each.grid.place for each in rounds),
    )
