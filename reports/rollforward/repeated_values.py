"""Values that the last two published reports give alike, such as « 6 mois ».

They are not emptied when the next report begins: it has them already, and asks that somebody reads
them again. What is equal by its nature or by chance says nothing, and is emptied like the rest:

- zero, by which reports also say that there is nothing yet, and which looks like a result;
- a difference or a factor (« +47 % »), which is counted anew from figures that change;
- a provisional value, and « ND »: both wait for another one.

« N/A » and words stay, as do years: a date that two reports share did not move with them.
"""

from collections.abc import Iterator

from reports.checks.comparison import counterparts
from reports.checks.comparison.agreement import RELATIVE
from reports.checks.comparison.budget_posts import list_posts
from reports.checks.comparison.card_periods import find_closest_card, find_period_facts
from reports.checks.comparison.columns import find_counterpart_column
from reports.checks.comparison.dates import find_only_year
from reports.checks.comparison.fact_pairs import list_facts, pair_facts
from reports.checks.comparison.wording import fold_wording
from reports.checks.reading import Reading
from reports.checks.reading.parts import Fact
from reports.document.pairing import pair_items
from reports.figures import Figure, State

EMPTIED = {State.EMPTY, State.PROVISIONAL, State.NOT_AVAILABLE}

Pair = tuple[str, Figure, Figure]
"""The key of a field of the report, its figure, and that of the report before."""


def find_repeated_keys(report: Reading, before: Reading) -> set[str]:
    """Return the keys of the fields of `report` that have the value that `before` gives there."""
    return {key for key, now, then in pair_figures(report, before) if is_repeated(now, then)}


def is_repeated(now: Figure, then: Figure) -> bool:
    """Return whether two figures are equal, exactly, and would not be so by chance."""
    if now.state is not then.state or now.state in EMPTIED:
        return False
    if now.is_number:
        return (
            get_exact_parts(now) == get_exact_parts(then)
            and bool(now.value)
            and not is_relative(now)
        )
    return now.state is State.NOT_APPLICABLE or fold_wording(now.raw) == fold_wording(then.raw)


def is_relative(figure: Figure) -> bool:
    return figure.qualifier in RELATIVE


def get_exact_parts(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.value_to, figure.unit, figure.qualifier


def pair_figures(report: Reading, before: Reading) -> Iterator[Pair]:
    """Yield the figures of the year of each report that speak of one thing."""
    yield from pair_table_figures(report, before)
    yield from pair_card_figures(report, before)
    yield from pair_fact_figures(list_facts(before), list_facts(report))
    yield from pair_budget_figures(report, before)


def pair_table_figures(report: Reading, before: Reading) -> Iterator[Pair]:
    """Yield the cells of rows that both reports have, in columns that say the same a year later."""
    for grid, row, other, twin in counterparts.pair_rows(report, before):
        if find_only_year(row.head):
            continue  # a row of a series is of its own time
        for place, column in list(enumerate(grid.table.columns))[1 : len(row.cells)]:
            counterpart = find_counterpart_column(
                column.heading, report.year, other.table, before.year
            )
            if counterpart is not None and counterpart < len(twin.cells):
                key = f"{row.id}/{column.id}"
                yield key, row.cells[place].figure, twin.cells[counterpart].figure


def pair_card_figures(report: Reading, before: Reading) -> Iterator[Pair]:
    """Yield the facts of cards of one service, period by period."""
    for card, found in counterparts.pair_cards(report, before):
        twin = find_closest_card(card, found)
        for heading, listed in card.periods:
            then = find_period_facts(heading, card, twin, report, before)
            yield from pair_fact_figures(list(then), list(listed))


def pair_fact_figures(then: list[Fact], now: list[Fact]) -> Iterator[Pair]:
    """Yield the figures of facts that say the same. Those among their words must be equal too."""
    for pair in pair_facts(then, now):
        if (
            (one := pair.before)
            and (two := pair.after)
            and list_other_figures(one) == list_other_figures(two)
        ):
            yield f"{two.place.item or two.place.block}/figure", two.figure, one.figure


def list_other_figures(fact: Fact) -> list[tuple[object, ...]]:
    """Return the figures in the words of a fact."""
    first = 1 if fact.figure.is_number else 0  # its own
    return [get_exact_parts(statement.figure) for statement in fact.statements[first:]]


def pair_budget_figures(report: Reading, before: Reading) -> Iterator[Pair]:
    """Yield the amounts and the staff of posts of one name."""
    for pair in pair_items(list_posts(before), list_posts(report), lambda post: post.key):
        if (one := pair.before) and (two := pair.after):
            yield f"{two.place.item}/{two.part}/figure", two.figure, one.figure
