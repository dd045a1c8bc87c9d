"""Finds values that the last two published reports share, such as « 6 mois ».

They are not emptied when the next report begins, but have to be reread. Values that are equal by
their nature or by chance are emptied like all others:

- zero, by which reports also say that there is nothing yet, and which looks like a result;
- a difference or a factor (« +47 % »), which is computed anew from figures that change;
- a provisional value, and « ND »: both wait for another one;
- a number in a column of a year (« Objectifs PLF 2024 »): each year has its own.

« N/A » and words stay, and so do years: a date that two reports share did not move with them.

Both values must be about years at the same distance from their report's year, or one year would be
compared with itself. When a year is skipped, they must be about the reports' own years
(`are_comparable`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.authoring.rollforward.labels import Step, find_moving_matches
from reports.core.comparison import counterparts
from reports.core.comparison.agreement import RELATIVE
from reports.core.comparison.budget_posts import BudgetPost, list_posts
from reports.core.comparison.card_periods import find_closest_card, find_period_facts
from reports.core.comparison.columns import find_counterpart_column
from reports.core.comparison.dates import find_only_year, find_opened_years, find_years
from reports.core.comparison.fact_pairs import list_facts, pair_facts
from reports.core.comparison.wording import fold_wording
from reports.core.document.figure_blocks import KeyFigures
from reports.core.document.pairing import pair_items
from reports.core.document.table import Column, Row
from reports.core.document.text_blocks import FactList
from reports.core.figures import Figure, State
from reports.core.reading import Reading
from reports.core.reading.parts import Fact, Grid

EMPTIED = {State.EMPTY, State.PROVISIONAL, State.NOT_AVAILABLE}

Labels = tuple[tuple[str, ...], ...]
"""The words at a figure, then those over it, from the inside out."""


@dataclass(frozen=True)
class DatedFigure:
    """A figure in the report of `year`, with the labels that tell which year it is about."""

    year: int
    figure: Figure
    labels: Labels


Pair = tuple[str, DatedFigure, DatedFigure]
"""The key of a field of the report, what it says, and what the report before says there."""


def find_repeated_keys(report: Reading, before: Reading, step: Step) -> set[str]:
    """Return the keys of fields in `report` that have the same value in `before`.

    `step` leads from `report` to the new report.
    """
    return {
        key
        for key, now, then in pair_figures(report, before)
        if is_repeated(now.figure, then.figure) and are_comparable(now, then, step)
    }


def are_comparable(now: DatedFigure, then: DatedFigure, step: Step) -> bool:
    """Return whether two figures, if they are equal, say something of the report after them."""
    if list_named_years(now) == list_named_years(then) and not find_stated_years(now):
        return True  # of one year that stays in the words, or of the report's
    others = find_other_years(now)
    return others == find_other_years(then) and (step.by == 1 or not others)


def list_named_years(figure: DatedFigure) -> list[int]:
    return [year for group in figure.labels for text in group for year in find_years(text)]


def find_stated_years(figure: DatedFigure) -> set[int]:
    """Return the years that a figure is about, if they move from report to report.

    The innermost labels that name such a year decide. January stands for the year before.
    """
    step = Step(figure.year, figure.year + 1)
    for group in figure.labels:
        if years := {
            int(match[0]) - (int(match[0]) in find_opened_years(text))
            for text in group
            for match in find_moving_matches(text, step)
        }:
            return years
    return set()


def find_other_years(figure: DatedFigure) -> set[int]:
    """Return how far from the report’s year the other years are that a figure is of."""
    return {year - figure.year for year in find_stated_years(figure)} - {0}


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
    """Yield the figures of both reports that speak of one thing."""
    yield from pair_cells(report, before)
    yield from pair_card_facts(report, before)
    yield from pair_fact_figures(list_facts(before), list_facts(report), before, report)
    yield from pair_budget_posts(report, before)


def pair_cells(report: Reading, before: Reading) -> Iterator[Pair]:
    """Yield the cells of rows that both reports have, in columns that say the same a year later."""
    for grid, row, other, twin in counterparts.pair_rows(report, before):
        if find_only_year(row.head):
            continue  # a row of a series is of its own time
        for place, column in list(enumerate(grid.table.columns))[1 : len(row.cells)]:
            counterpart = find_counterpart_column(
                column.heading, report.year, other.table, before.year
            )
            if counterpart is None or counterpart >= len(twin.cells):
                continue
            if not is_of_one_year(column, row.cells[place].figure, report.year):
                yield (
                    f"{row.id}/{column.id}",
                    read_cell(report, grid, row, place),
                    read_cell(before, other, twin, counterpart),
                )


def is_of_one_year(column: Column, figure: Figure, year: int) -> bool:
    """Return whether a cell has a number of the year that its column names, and of no other."""
    return figure.is_number and bool(find_moving_matches(column.heading, Step(year, year + 1)))


def read_cell(report: Reading, grid: Grid, row: Row, place: int) -> DatedFigure:
    """Return the figure in the column at `place` of a row, with its labels."""
    words = (grid.table.columns[place].heading, row.head)
    labels = (words, (grid.title,), (grid.place.section,))
    return DatedFigure(report.year, row.cells[place].figure, labels)


def pair_card_facts(report: Reading, before: Reading) -> Iterator[Pair]:
    """Yield the facts of cards of one service, period by period."""
    for card, found in counterparts.pair_cards(report, before):
        twin = find_closest_card(card, found)
        for heading, listed in card.periods:
            then = find_period_facts(heading, card, twin, report, before)
            yield from pair_fact_figures(list(then), list(listed), before, report)


def pair_fact_figures(
    then: list[Fact], now: list[Fact], before: Reading, report: Reading
) -> Iterator[Pair]:
    """Yield facts that say the same. The figures among their words must be equal too."""
    above, above_then = list_words_above(report), list_words_above(before)
    for pair in pair_facts(then, now):
        if (
            (one := pair.before)
            and (two := pair.after)
            and list_other_figures(one) == list_other_figures(two)
        ):
            key = f"{two.place.item or two.place.block}/figure"
            yield key, read_fact(report, two, above), read_fact(before, one, above_then)


def read_fact(report: Reading, fact: Fact, above: Mapping[str, Labels]) -> DatedFigure:
    """Return the figure of a fact, with its labels."""
    words = (fact.lead, fact.before, fact.after)
    over = above.get(fact.place.item, ())
    return DatedFigure(
        report.year, fact.figure, (words, *over, (fact.heading,), (fact.place.section,))
    )


def list_words_above(report: Reading) -> dict[str, Labels]:
    """Return the titles of key figures, and the lines over a line of a list, by its id."""
    above: dict[str, Labels] = {}
    for block in report.blocks:
        match block.node:
            case KeyFigures(groups=groups):
                above |= {fact.id: ((group.title,),) for group in groups for fact in group.facts}
            case FactList(items=items):
                over: list[tuple[int, tuple[str, ...]]] = []
                for line in items:
                    over = [(level, words) for level, words in over if level < line.level]
                    above[line.id] = tuple(words for _, words in reversed(over))
                    over.append((line.level, (line.lead, line.before, line.after)))
    return above


def list_other_figures(fact: Fact) -> list[tuple[object, ...]]:
    """Return the figures in the words of a fact."""
    first = 1 if fact.figure.is_number else 0  # its own
    return [get_exact_parts(statement.figure) for statement in fact.statements[first:]]


def pair_budget_posts(report: Reading, before: Reading) -> Iterator[Pair]:
    """Yield the amounts and the staff of posts of one name."""
    for pair in pair_items(list_posts(before), list_posts(report), lambda post: post.key):
        if (one := pair.before) and (two := pair.after):
            key = f"{two.place.item}/{two.part}/figure"
            yield key, read_post(report, two), read_post(before, one)


def read_post(report: Reading, post: BudgetPost) -> DatedFigure:
    """Return the amount or the staff of a budget line, with its labels."""
    labels = ((post.title,), (post.heading,), (post.place.section,))
    return DatedFigure(report.year, post.figure, labels)
