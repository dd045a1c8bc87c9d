"""Rule that compares the sum of a budget's posts with the total that the text states."""

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
    print_evidence,
    rounding_slack,
)
from reports.checks.rule import Issue, Severity, rule
from reports.core.figures import Qualifier
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Block
from reports.core.reading.statement import Statement, iterate_statements

WHOLE = re.compile(
    r"\btot(?:al|aux|ale|alité)\b|\bensemble\b|\bglobal|\b(?:une|la) somme d", re.IGNORECASE
)
# What introduces posts: « un budget de 4,8 M€, réparti ainsi ».
SHARED = re.compile(r"\b(?:se |est |sont )?(?:réparti|répartition|ventil|décompos)", re.IGNORECASE)
TOTAL = re.compile(
    r"\b(?:le|un|du|budget|montant|coût|financement) tota|\btotal(?:ité)? (?:des?|du|d[’'ʼ])"
    r"|\b(?:une|la) somme d",
    re.IGNORECASE,
)
OF_ONE = re.compile(r"\s(?:de|d[’'ʼ]|du|des|pour|au titre|par|for|of)\b", re.IGNORECASE)
PARTIAL = re.compile(r"\b(?:notamment|par exemple|exemples?|principa\w+|including)\b", re.I)
INCLUDING = re.compile(r"\b(?:dont|y compris|incluant)\s+", re.IGNORECASE)
INCLUDED = re.compile(INCLUDING.pattern + r"$", re.IGNORECASE)
MAX_BLOCKS_ABOVE = 12  # blocks above a budget in which its total is looked for


@rule(
    "budget-total-differs",
    Severity.WARNING,
    "Budget qui ne correspond pas au total annoncé",
    "Les montants ou les effectifs d’un budget ne font pas le total que le texte annonce dans la "
    "même section ; de même pour un tableau ou une liste de montants qu’introduit une phrase « Le "
    "total… : ». Un total arrondi (« 5,6 millions d’euros ») se compare à son arrondi ; une part "
    "annoncée à côté (« dont 4,9 ETPT transverses ») compte avec les postes. Les chiffres d’une "
    "autre année ne sont pas comparés. L’écart peut être aussi grand qu’on veut : ce sont les mots "
    "de la phrase (« au total », « réparti ») et sa place qui la rapprochent des postes.",
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
                (total, *map(print_evidence, each.figures)),
                (off.place,),
            )


def find_differing_total(report: Reading, each: Posts) -> Statement | None:
    """Return the total that is stated for these posts, if no statement agrees with them."""
    exact = add_up(each.figures)
    room, rank = rounding_slack(each.figures), each.block.place.rank
    whole, shared = [], []
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
        if is_post(statement, each):
            continue
        if each.loose:
            introduces = statement.place.rank == rank - 1 and words.rstrip().endswith(":")
            if introduces and WHOLE.search(words) and not PARTIAL.search(words):
                whole.append(statement)
        elif WHOLE.search(words):
            whole.append(statement)
        elif statement.place.rank < rank and (SHARED.search(words) or introduces_posts(statement)):
            shared.append(statement)
    # The nearest to the budget is the one that introduces it.
    return next((totals[-1] for totals in (whole, shared) if totals), None)


def introduces_posts(statement: Statement) -> bool:
    """Return whether the text of an amount announces posts last: « En voici la répartition : »."""
    last = sentence.END.split(statement.line)[-1].rstrip()
    return last.endswith(":") and SHARED.search(last) is not None


def is_post(statement: Statement, each: Posts) -> bool:
    """Return whether an amount is that of one post.

    An amount no greater than a post may be a part of one, unless it is called the total (« Au
    total, 30 K€ de coaching »).
    """
    figure, values = statement.figure, [post.value or ZERO for post in each.figures]
    words = sentence.whole_sentence(statement)
    is_total, is_of_one = TOTAL.search(words), OF_ONE.match(statement.after) is not None
    is_equal = any(can_be_printed_for(figure, value) for value in values)
    if figure.qualifier is Qualifier.EXACT and is_equal and (is_of_one or not is_total):
        return True
    # An amount that the other posts do not reach may be the total below a post that is too large.
    most = min(max(values), sum(values) - max(values))
    is_whole = is_total or SHARED.search(words) or words.rstrip().endswith(":")
    return (is_of_one or not is_whole) and (figure.value or ZERO) <= most


def statements_around(report: Reading, block: Block) -> Iterator[Statement]:
    """Yield the statements from the heading above a budget, or the budget before it, to the block
    after it, unless that one introduces another budget.
    """
    rank = block.place.rank
    heading = report.heading_above(block.place)
    start = max(heading.place.rank if heading else 0, rank - MAX_BLOCKS_ABOVE)
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
