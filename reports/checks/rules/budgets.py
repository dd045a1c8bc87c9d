"""Budgets: their posts against the total that the text around them states, and their units."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic.posts import Posts, posts
from reports.checks.arithmetic.rounding import PLAIN, ZERO, added, fits, near, slack
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Block
from reports.checks.reading.statement import Statement, stated
from reports.checks.rule import Severity, Slip, rule

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
SPOKEN = ("heading", "paragraph", "callout", "key_figures", "fact_list")


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
def budget_total_differs(report: Reading) -> Iterator[Slip]:
    for each in posts(report):
        if each.are_known and (off := differing(report, each)):
            total = off.figure.raw.strip()
            terms = [figure.value or ZERO for figure in each.figures]
            yield Slip(
                each.block.place.below(each.label),
                f"{added(terms)}, et non « {total} » comme annoncé dans le texte.",
                "Corrigez le total annoncé ou l’un des postes, ou dites d’où vient l’écart.",
                (total, *(figure.raw for figure in each.figures)),
                (off.place,),
            )


def differing(report: Reading, each: Posts) -> Statement | None:
    """The total that is stated for these posts, if no statement agrees with them."""
    exact = sum((figure.value or ZERO for figure in each.figures), ZERO)
    largest = max(figure.value or ZERO for figure in each.figures)
    room, rank = slack(each.figures), each.block.place.rank
    strong, weak, plain = [], [], []
    for statement in around(report, each.block):
        figure, said_of = statement.figure, sentence.words(statement)
        value = figure.value or ZERO
        if figure.unit not in each.units or figure.qualifier not in PLAIN:
            continue
        if INCLUDED.search(statement.before) or is_past(report, statement):
            continue
        if any(fits(figure, exact + part, room) for part in (ZERO, *included(statement))):
            return None
        if value <= largest:
            continue
        if each.loose:
            introduces = statement.place.rank == rank - 1 and said_of.rstrip().endswith(":")
            if introduces and WHOLE.search(said_of) and near(value, exact):
                strong.append(statement)
        elif WHOLE.search(said_of):
            strong.append(statement)
        elif statement.place.rank < rank and CUE.search(said_of) and near(value, exact):
            weak.append(statement)
        elif statement.place.rank < rank and near(value, exact, CLOSE):
            plain.append(statement)
    # The nearest to the budget is the one that introduces it.
    return next((found[-1] for found in (strong, weak, plain) if found), None)


def is_past(report: Reading, statement: Statement) -> bool:
    """Whether an amount is said to be of another year than the report's."""
    return sentence.year(statement) not in (None, report.year)


def around(report: Reading, block: Block) -> Iterator[Statement]:
    """What is stated from the heading above a budget, or the budget before it, to the block after
    it, unless that one introduces another budget.
    """
    rank = block.place.rank
    heading = report.heading_above(block.place)
    start = max(heading.place.rank if heading else 0, rank - FARTHEST)
    above = report.blocks[start:rank]
    while any(other.kind == "budget" for other in above):
        above = above[1:]
    next_one, one_after = (*report.blocks[rank + 1 : rank + 3], None, None)[:2]
    below = [next_one] if next_one and not (one_after and one_after.kind == "budget") else []
    for other in (*above, *below):
        if other.kind in SPOKEN:
            yield from report.stated_at.get(other.place.rank, ())


def included(statement: Statement) -> Iterator[Decimal]:
    """The parts that the sentence names beside the total: « dont 4,9 ETPT transverses »."""
    for words in INCLUDING.split(sentence.after(statement))[1:]:
        part = next(stated(statement.place, words), None)
        if part and part.figure.value is not None and part.figure.unit is statement.figure.unit:
            yield part.figure.value
