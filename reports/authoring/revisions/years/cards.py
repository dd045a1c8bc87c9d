"""Compares the cards of two reports, matched by their service."""

from collections.abc import Iterator
from dataclasses import replace

from reports.authoring.revisions.years import facts
from reports.authoring.revisions.years.line import Line, State, compare_restated, compare_texts
from reports.core.comparison import counterparts
from reports.core.comparison.card_periods import find_closest_card, find_period_facts
from reports.core.comparison.dates import find_only_year
from reports.core.comparison.fact_pairs import pair_facts
from reports.core.comparison.wording import fold_wording
from reports.core.reading import Reading
from reports.core.reading.parts import Card, Fact


def compare_cards(report: Reading, other: Reading) -> Iterator[Line]:
    """Yield the matched facts of cards; a card that only one report has is one line."""
    known: set[int] = set()
    for card, found in counterparts.pair_cards(report, other):
        twin = find_closest_card(card, found)
        known |= {id(card), *map(id, found)}
        yield from compare_card(report, other, card, twin)
    for card in report.cards:
        if id(card) not in known:
            yield Line(card.name, "", summarize_card(card), State.NEW, place=card.place)
    for card in other.cards:
        if id(card) not in known:
            yield Line(card.name, summarize_card(card), "", State.GONE, other_place=card.place)


def summarize_card(card: Card) -> str:
    """Return a card in one line."""
    found = (fact.line for _, listed in card.periods for fact in listed)
    return " ; ".join(filter(None, (card.mission, *found)))


def compare_card(report: Reading, other: Reading, card: Card, twin: Card) -> Iterator[Line]:
    """Yield the texts and the facts of two cards about the same service."""
    for what, one, two in (
        ("nom", twin.name, card.name),
        ("mission", twin.mission, card.mission),
        ("statut", twin.status, card.status),
    ):
        if (one or two) and not (what == "nom" and fold_wording(one) == fold_wording(two)):
            yield compare_texts(f"{card.name} › {what}", one, two, card.place, twin.place)
    for heading, listed in card.periods:
        year = find_only_year(heading)
        if year is not None and year < report.year:
            then = [
                fact
                for name, known in twin.periods
                if find_only_year(name) == year
                for fact in known
            ]
            yield from compare_restated_facts(then, listed, f"{card.name} › {heading}")
        else:
            own = find_period_facts(heading, card, twin, report, other)
            yield from facts.compare_fact_lists(own, listed, card.name, card.place)
    if card.growth and twin.growth:
        growth = f"{card.name} › évolution"
        yield from facts.compare_fact_lists([twin.growth], [card.growth], growth, card.place)


def compare_restated_facts(then: list[Fact], now: tuple[Fact, ...], owner: str) -> Iterator[Line]:
    """Yield a past year’s facts as they were printed then and as they are printed now."""
    for pair in pair_facts(then, list(now)):
        one, two = pair.before, pair.after
        if one and two:
            name = facts.name_fact(owner, two)
            line = compare_restated(name, one.figure, two.figure, two.place, one.place)
            yield replace(line, before=one.line, after=two.line)
