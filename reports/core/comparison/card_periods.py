"""Finds the card and the period of last year's report that correspond to a card of this year's."""

from collections.abc import Sequence

from reports.core.comparison.dates import shift_years
from reports.core.reading import Reading
from reports.core.reading.parts import Card, Fact


def find_closest_card(card: Card, others: Sequence[Card]) -> Card:
    """Return the first of last year’s cards of one service that is of the same kind."""
    return next((each for each in others if each.has_growth == card.has_growth), others[0])


def find_period_facts(
    heading: str, card: Card, twin: Card, report: Reading, other: Reading
) -> tuple[Fact, ...]:
    """Return the facts of the period that was to its report what this one is to ours.

    Where a card has one period, it is that of the report's year: the last period of the other card.
    """
    wanted = shift_years(heading, report.year)
    for name, listed in twin.periods:
        if shift_years(name, other.year) == wanted:
            return listed
    alone = 1 in (len(card.periods), len(twin.periods))
    is_last = bool(card.periods) and heading == card.periods[-1][0]
    return twin.periods[-1][1] if alone and is_last and twin.periods else ()
