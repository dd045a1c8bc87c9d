"""Budgets: their posts against the total that the text around them states, and their units."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic.posts import Posts, find_posts
from reports.checks.arithmetic.rounding import (
    PLAIN,
    ZERO,
    add_up,
    can_be_printed_for,
    format_sum,
    is_near,
    rounding_slack,
)
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Block
from reports.checks.reading.statement import Statement, iterate_statements
from reports.checks.rule import Issue, Severity, rule

WHOLE = re.compile(r"\btot(?:al|aux|ale|alité)\b|\bensemble\b|\bglobal", re.IGNORECASE)
CUE = re.compile(
    r"\b(?:réparti|répartition|dont|ressources?|financements?|budgets?|crédits?|dépenses?|moyens"
    r"|montants?|consacr|effectifs?|ventil|décompos|mobilis)",
    re.IGNORECASE,
)
INCLUDING = re.compile(r"\b(?:dont|y compris|incluant)\s+", re.IGNORECASE)
INCLUDED = re.compile(INCLUDING.pattern + r"$", re.IGNORECASE)
CLOSE = Decimal("1.25")
FARTHEST = 12  # blocks above a budget in which its total is looked for


@rule(
    "budget-total-differs",
    Severity.WARNING,
    "Budget qui ne correspond pas au total annoncé",
    "Les montants ou les effectifs d’un budget ne font pas le total que le texte annonce dans la "
    "même section ; de même pour un tableau ou une liste de montants qu’introduit une phrase « Le "
    "total… : ». Un total arrondi (« 5,6 millions d’euros ») se compare à son arrondi ; une part "
    "annoncée à côté (« dont 4,9 ETPT transverses ») compte avec les postes. Les chiffres d’une "
    "autre année ne sont pas comparés.",
)
def budget_total_differs(report: Reading) -> Iterator[Issue]:
    for each in find_posts(report):
        if each.are_known and (off := find_differing_total(report, each)):
            total = off.figure.raw.strip()
            terms = [figure.value or ZERO for figure in each.figures]
            yield Issue(
                each.block.place.below(each.label),
                f"{format_sum(terms)}, et non « {total} » comme annoncé dans le texte.",
                "Corrigez le total annoncé ou l’un des postes, ou dites d’où vient l’écart.",
                (total, *(figure.raw for figure in each.figures)),
                (off.place,),
            )


def find_differing_total(report: Reading, each: Posts) -> Statement | None:
    """Return the total that is stated for these posts, if no statement agrees with them."""
    exact = add_up(each.figures)
    largest = max(figure.value or ZERO for figure in each.figures)
    room, rank = rounding_slack(each.figures), each.block.place.rank
    strong, weak, plain = [], [], []
    for statement in statements_around(report, each.block):
        figure, words = statement.figure, sentence.whole_sentence(statement)
        if figure.unit not in each.units or figure.qualifier not in PLAIN:
            continue
        of_year = sentence.stated_year(statement) in (None, report.year)
        if INCLUDED.search(statement.before) or not of_year:
            continue
        sums = [exact, *(exact + part for part in included_parts(statement))]
        if any(can_be_printed_for(figure, each_sum, room) for each_sum in sums):
            return None
        value, is_above = figure.value or ZERO, statement.place.rank < rank
        if value <= largest:
            continue
        if each.loose:
            introduces = statement.place.rank == rank - 1 and words.rstrip().endswith(":")
            if introduces and WHOLE.search(words) and is_near(value, exact):
                strong.append(statement)
        elif WHOLE.search(words):
            strong.append(statement)
        elif is_above and CUE.search(words) and is_near(value, exact):
            weak.append(statement)
        elif is_above and is_near(value, exact, CLOSE):
            plain.append(statement)
    # The nearest to the budget is the one that introduces it.
    return next((totals[-1] for totals in (strong, weak, plain) if totals), None)


def statements_around(report: Reading, block: Block) -> Iterator[Statement]:
    """Yield the statements from the heading above a budget, or the budget before it, to the block
    after it, unless that one introduces another budget.
    """
    rank = block.place.rank
    heading = report.heading_above(block.place)
    start = max(heading.place.rank if heading else 0, rank - FARTHEST)
    above = report.blocks[start:rank]
    while any(other.kind == "budget" for other in above):
        above = above[1:]
    below = report.blocks[rank + 1 : rank + 3]
    introduces = any(other.kind == "budget" for other in below[1:])
    return report.statements_in([*above, *(() if introduces else below[:1])])


def included_parts(statement: Statement) -> Iterator[Decimal]:
    """Yield the parts that the sentence names beside the total: « dont 4,9 ETPT transverses »."""
    for words in INCLUDING.split(sentence.words_after(statement))[1:]:
        part = next(iterate_statements(statement.place, words), None)
        if part and part.figure.value is not None and part.figure.unit is statement.figure.unit:
            yield part.figure.value
