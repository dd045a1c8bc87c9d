"""Rule that compares tables of awards with the total amount that the text states."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks.arithmetic.awards import Round, Scope, find_scopes, rounds_named
from reports.checks.arithmetic.rounding import (
    MAX_TERMS,
    PLAIN,
    ZERO,
    can_be_printed_for,
    format_number,
    format_sum,
    print_evidence,
    rounding_slack,
)
from reports.checks.rule import Issue, Severity, rule
from reports.core.figures import Figure, Qualifier, Unit
from reports.core.reading import Reading, sentence
from reports.core.reading.statement import PAUSE, Statement
from reports.core.text.stems import fold_accents

AMOUNTS = tuple(qualifier for qualifier in PLAIN if qualifier is not Qualifier.LESS_THAN)

CUE = re.compile(
    r"accord|attribu|engag|octroy|allou|distribu|vers[ée]|lauréat|promo|vague|fast\b|dotation"
    r"|subvention|cofinanc|co-financ|montant total|au total",
    re.IGNORECASE,
)
# What says that an amount is of all laureates, or was awarded itself.
WHOLE = re.compile(r"lauréats|laureates|\bau total|\bmontant total|\ben tout\b", re.IGNORECASE)
VERB = re.compile(
    r"accord|attribu|engag|octroy|allou|distribu|vers[ée]|reçu|reçoi|dotation|subvention|financ"
    r"|montant|award|grant|receiv",
    re.IGNORECASE,
)
AWARDED = re.compile(
    r"[ \u00a0]?(?:d[’'ʼ]euros?)?\s?,?\s?(?:(?:ont|a|avaient|avait)\sété\s|sont\s|est\s)?"
    r"(?:accordée?s?|attribuée?s?|engagée?s?|octroyée?s?|allouée?s?|distribuée?s?|versée?s?)\b"
    r"(?!\s(?:à|au|pour|chez)\b)",
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
    "seulement sont comptés. Un montant est rapproché des tableaux par ses mots (« aux lauréats », "
    "« ont été accordés », « au total »), de si loin que ce soit. Les montants par lauréat, les "
    "plafonds et ceux d’une autre année ne sont pas comparés.",
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
    """Return the rounds that a statement is the sum of, by its words; none if it is of none."""
    figure = statement.figure
    if figure.unit is not Unit.EURO or figure.qualifier not in AMOUNTS or not is_awarded(statement):
        return ()
    rounds = scope.spoken_of(statement)
    if not rounds or any(each.total is None for each in rounds):
        return ()
    words = sentence.whole_sentence(statement)
    is_named = VERB.search(words) and (WHOLE.search(words) or rounds_named(words))
    is_whole = is_named or AWARDED.match(statement.after)
    return rounds if is_whole and not names_laureate(words, rounds) else ()


def names_laureate(words: str, rounds: Sequence[Round]) -> bool:
    """Return whether a sentence names one of the laureates, whose own amount it may give."""
    folded = fold_accents(words)
    return any(fold_accents(row.head.strip()) in folded for each in rounds for row in each.rows)


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
    sums = format_sum(totals) if 1 < len(totals) <= MAX_TERMS else format_number(sum_rounds(rounds))
    stated = statement.figure.raw.strip()
    return Issue(
        statement.place,
        f"Les montants des tableaux font {sums} €, et non « {stated} ».",
        "Corrigez le montant annoncé ou les tableaux, ou dites ce qui n’y figure pas.",
        (stated, *map(print_evidence, list_amounts(rounds))),
        tuple(each.grid.place for each in rounds),
    )
