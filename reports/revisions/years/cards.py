"""The cards of two reports, by their service."""

from collections.abc import Iterator
from dataclasses import replace

from reports.checks.comparing import counterparts
from reports.checks.comparing.dates import only, shifted
from reports.checks.reading import Reading
from reports.checks.reading.parts import Card, Fact
from reports.revisions.pairing import paired
from reports.revisions.years import facts
from reports.revisions.years.line import Line, State, restated, texts, wording


def lines(report: Reading, other: Reading) -> Iterator[Line]:
    """Facts beside facts; cards that only one report has, each in one line."""
    known: set[int] = set()
    for card, found in counterparts.cards(report, other):
        twin = next((each for each in found if each.compares == card.compares), found[0])
        known |= {id(card), *map(id, found)}
        yield from beside(report, other, card, twin)
    for card in report.cards:
        if id(card) not in known:
            yield Line(card.name, "", summary(card), State.NEW, here=card.place)
    for card in other.cards:
        if id(card) not in known:
            yield Line(card.name, summary(card), "", State.GONE, there=card.place)


def summary(card: Card) -> str:
    found = (fact.line for _, listed in card.periods for fact in listed)
    return " ; ".join(filter(None, (card.mission, *found)))


def beside(report: Reading, other: Reading, card: Card, twin: Card) -> Iterator[Line]:
    """The words and the facts of two cards of one service."""
    for what, one, two in (
        ("nom", twin.name, card.name),
        ("mission", twin.mission, card.mission),
        ("statut", twin.status, card.status),
    ):
        if (one or two) and not (what == "nom" and wording(one) == wording(two)):
            yield texts(f"{card.name} › {what}", one, two, card.place, twin.place)
    for heading, listed in card.periods:
        year = only(heading)
        if year is not None and year < report.year:
            then = [fact for name, known in twin.periods if only(name) == year for fact in known]
            yield from again(then, listed, f"{card.name} › {heading}")
        else:
            own = period(heading, card, twin, report, other)
            yield from facts.beside(own, listed, card.name, card.place)
    if card.growth and twin.growth:
        growth = f"{card.name} › évolution"
        yield from facts.beside([twin.growth], [card.growth], growth, card.place)


def period(
    heading: str, card: Card, twin: Card, report: Reading, other: Reading
) -> tuple[Fact, ...]:
    """The facts of the period that was to its report what this one is to ours."""
    wanted = shifted(heading, report.year)
    for name, listed in twin.periods:
        if shifted(name, other.year) == wanted:
            return listed
    alone = 1 in (len(card.periods), len(twin.periods))
    return twin.periods[-1][1] if alone and twin.periods else ()


def again(then: list[Fact], now: tuple[Fact, ...], owner: str) -> Iterator[Line]:
    """A past year's facts as they were printed then and as they are printed now."""
    for pair in paired(then, now, facts.said_around, facts.counted, facts.opened):
        one, two = pair.before, pair.after
        if one and two:
            name = facts.named(owner, two)
            line = restated(name, one.figure, two.figure, two.place, one.place)
            yield replace(line, before=one.line, after=two.line)
