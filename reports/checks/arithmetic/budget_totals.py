"""Adds up the posts of a budget, and compares the sum with the total that the budget states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reports.checks.arithmetic.addends import (
    NOTHING,
    SUBTOTAL,
    Line,
    find_sums,
    is_beside,
    is_total,
)
from reports.checks.arithmetic.posts import CHILDREN
from reports.checks.arithmetic.rounding import ONE, ZERO, addable_amount, is_negative_amount
from reports.core.document.facts import Fact
from reports.core.document.figure_blocks import Budget
from reports.core.figures import Figure, Qualifier


@dataclass(frozen=True)
class ColumnTotal:
    """The computed total of a column as it is printed, or the French reason why there is none."""

    text: str = ""
    reason: str = ""
    is_approximate: bool = False
    """Whether a post is printed as « environ » or « plus de »."""
    stated: str = ""
    """The total that the column states itself; empty where it states no number."""
    agrees: bool = True
    """Whether the stated total may be printed for the sum, by the rules of the checks."""
    difference: str = ""
    """How much the stated total is above the sum, or below it."""


def compute_totals(budget: Budget) -> Iterator[ColumnTotal]:
    """Yield the total of the amounts, then that of the staff."""
    for column in CHILDREN:
        yield compute_total(
            [Line(line.title, read_amount(getattr(line, column))) for line in budget.lines]
        )


def read_amount(fact: Fact) -> Figure:
    """Return the figure of a fact, or its words where it has none."""
    words = f"{fact.before} {fact.after}".strip()
    return fact.figure if fact.figure.raw.strip() else replace(fact.figure, raw=words)


def compute_total(lines: Sequence[Line]) -> ColumnTotal:
    """Add the posts up exactly. Totals, subtotals and lines that say « dont » are none of them."""
    posts = [line.figure for line in lines if is_post(line)]
    if not posts:
        return ColumnTotal()
    for figure in posts:
        if addable_amount(figure) is None or is_negative_amount(figure):
            return ColumnTotal(reason=f"«\u00a0{figure.raw.strip()}\u00a0» ne s’additionne pas")
    if len({figure.unit for figure in posts} - {None}) > 1:
        return ColumnTotal(reason="les unités diffèrent")
    exact = sum((figure.value or ZERO for figure in posts), ZERO)
    is_approximate = any(figure.qualifier is not Qualifier.EXACT for figure in posts)
    total = ColumnTotal(print_sum(exact, posts), is_approximate=is_approximate)
    return compare_with_stated(total, exact, lines, posts)


def is_post(line: Line) -> bool:
    """Return whether a line is added to the total of its column."""
    is_sum = is_total(line.head) or SUBTOTAL.match(line.head) is not None
    return not (is_sum or is_beside(line.head) or line.figure.raw.strip() in NOTHING)


def print_sum(value: Decimal, posts: Sequence[Figure]) -> str:
    """Return a sum as its posts are printed, to the last digit of any of them."""
    with_unit = next((figure for figure in posts if figure.unit), posts[0])
    step = min([*(figure.step for figure in posts if figure.step is not None), ONE])
    return replace(
        with_unit,
        raw="",
        read_as=None,
        value=value,
        step=step,
        qualifier=Qualifier.EXACT,
        words="",
        article="",
        has_scale=False,
        printed=None,
    ).text


def compare_with_stated(
    total: ColumnTotal, exact: Decimal, lines: Sequence[Line], posts: Sequence[Figure]
) -> ColumnTotal:
    """Return the total beside the last one that the lines state, if that is a number."""
    sums = [each for each in find_sums(lines) if is_total(each.total.head)]
    stated = addable_amount(sums[-1].total.figure) if sums else None
    if stated is None:
        return total
    return replace(
        total,
        stated=sums[-1].total.figure.text,
        agrees=sums[-1].adds_up,
        difference=print_sum(stated - exact, [*posts, sums[-1].total.figure]),
    )
