"""One line of two reports side by side."""

from dataclasses import dataclass
from enum import Enum

from reports.checks.comparing.agreement import agree, comparable
from reports.checks.reading.place import WHOLE, Place
from reports.figures import Figure
from reports.revisions.words import said
from reports.revisions.years.evolution import evolution
from reports.search.stems import folded, normal


class State(Enum):
    """What became of something from one report to the other."""

    SAME = "identique"
    CHANGED = "changé"
    NEW = "nouveau"
    GONE = "disparu"
    REVISED = "révisé"
    """Both reports speak of the same past year, and do not give the same value."""


@dataclass(frozen=True)
class Line:
    """What each report says of one thing. `here` is its place in this report, `there` in the other;
    one of them is nowhere for what only one of them has.
    """

    what: str
    before: str
    after: str
    state: State
    here: Place = WHOLE
    there: Place = WHOLE
    evolution: str = ""


def figures(what: str, before: Figure, after: Figure, here: Place, there: Place) -> Line:
    """One figure of each report, each of its own year."""
    same = (before.value, before.value_to, before.unit, before.qualifier) == (
        after.value,
        after.value_to,
        after.unit,
        after.qualifier,
    )
    if not (before.is_number or after.is_number):
        same = wording(before.raw) == wording(after.raw)
    state = State.SAME if same else State.CHANGED
    return Line(what, said(before), said(after), state, here, there, evolution(before, after))


def restated(what: str, before: Figure, after: Figure, here: Place, there: Place) -> Line:
    """A past year's figure as it was printed then, and as it is printed now."""
    if comparable(before, after):
        same = agree(before, after)
    else:
        same = wording(said(before)) == wording(said(after))
    state = State.SAME if same else State.REVISED
    moved = "" if same else evolution(before, after)
    return Line(what, said(before), said(after), state, here, there, moved)


def wording(text: str) -> str:
    """A text without what says nothing: accents, capitals, spaces, stops, kinds of apostrophes."""
    return folded(normal(text))


def texts(what: str, before: str, after: str, here: Place, there: Place) -> Line:
    state = State.SAME if wording(before) == wording(after) else State.CHANGED
    return Line(what, before, after, state, here, there)
