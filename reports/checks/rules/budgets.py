"""Budgets: their posts against the total that the text around them states, and their units."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks import sentence
from reports.checks.addends import is_beside, is_total
from reports.checks.parts import Block
from reports.checks.reading import Reading
from reports.checks.rounding import PLAIN, STAFF, ZERO, added, amount, fits, near, slack
from reports.checks.rule import Severity, Slip, rule
from reports.checks.statement import Statement, stated
from reports.figures import Figure, Unit

WHOLE = re.compile(r"\btot(?:al|aux|ale|alité)\b|\bensemble\b|\bglobal", re.IGNORECASE)
CUE = re.compile(
    r"\b(?:réparti|répartition|dont|ressources?|financements?|budgets?|crédits?|dépenses?|moyens"
    r"|montants?|consacr|effectifs?|ventil|décompos|mobilis)",
    re.IGNORECASE,
)
INCLUDING = re.compile(r"\b(?:dont|y compris|incluant)\s+", re.IGNORECASE)
INCLUDED = re.compile(INCLUDING.pattern + r"$", re.IGNORECASE)
CLOSE = Decimal("1.25")
UNITS = {"amount": (Unit.EURO,), "staff": STAFF}
LABELS = {"amount": "Montant", "staff": "Effectif"}
FARTHEST = 12  # blocks above a budget in which its total is looked for
SPOKEN = ("heading", "paragraph", "callout", "key_figures", "fact_list")


@rule(
    "budget-total-differs",
    Severity.WARNING,
    "Budget qui ne correspond pas au total annoncé",
    "Les montants ou les effectifs d’un budget ne font pas le total que le texte annonce dans la "
    "même section. Un total arrondi (« 5,6 millions d’euros ») se compare à son arrondi ; une part "
    "annoncée à côté (« dont 4,9 ETPT transverses ») compte avec les postes. Les chiffres d’une "
    "autre année ne sont pas comparés.",
)
def budget_total_differs(report: Reading) -> Iterator[Slip]:
    for block in report.blocks:
        if block.kind != "budget":
            continue
        for child in UNITS:
            figures = posts(block, child)
            terms = [value for figure in figures if (value := amount(figure)) is not None]
            if len(terms) < 2 or len(terms) < len(figures):
                continue
            if off := differing(report, block, child, figures):
                total = off.figure.raw.strip()
                yield Slip(
                    block.place.below(LABELS[child]),
                    f"{added(terms)}, et non « {total} » comme annoncé dans le texte.",
                    "Corrigez le total annoncé ou l’un des postes, ou dites d’où vient l’écart.",
                    (total, *(figure.raw for figure in figures)),
                    (off.place,),
                )


def posts(block: Block, child: str) -> list[Figure]:
    """The figures of a budget's posts, less those left empty and those that print a total."""
    return [
        line[child]["figure"]
        for line in block.value["lines"]
        if line[child]["figure"].raw.strip()
        and not is_total(line["title"] or "")
        and not is_beside(line["title"] or "")
    ]


def differing(
    report: Reading, block: Block, child: str, figures: Sequence[Figure]
) -> Statement | None:
    """The total that is stated for these posts, if no statement agrees with them."""
    exact = sum((figure.value or ZERO for figure in figures), ZERO)
    largest = max(figure.value or ZERO for figure in figures)
    room = slack(figures)
    strong, weak, plain = [], [], []
    for statement in around(report, block):
        figure, said_of = statement.figure, sentence.words(statement)
        if figure.unit not in UNITS[child] or figure.qualifier not in PLAIN:
            continue
        if INCLUDED.search(statement.before) or not sentence.is_of(statement, report.year):
            continue
        if any(fits(figure, exact + part, room) for part in (ZERO, *included(statement))):
            return None
        if (figure.value or ZERO) <= largest:
            continue
        follows = statement.place.rank > block.place.rank
        if WHOLE.search(said_of):
            strong.append(statement)
        elif follows:
            continue
        elif CUE.search(said_of) and near(figure.value or ZERO, exact):
            weak.append(statement)
        elif near(figure.value or ZERO, exact, CLOSE):
            plain.append(statement)
    # The nearest to the budget is the one that introduces it.
    return next((found[-1] for found in (strong, weak, plain) if found), None)


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
