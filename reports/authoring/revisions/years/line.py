"""A line in the comparison of two reports."""

from dataclasses import dataclass
from enum import Enum

from reports.authoring.revisions.years.evolution import describe_evolution
from reports.core.changes.display import display_figure
from reports.core.comparison.agreement import is_comparable, is_same_number
from reports.core.comparison.wording import fold_wording
from reports.core.figures import Figure
from reports.core.reading.place import WHOLE, Place


class State(Enum):
    """The change of one item between two reports.

    `REVISED` means that both reports give a value for the same past year, and the values differ.
    """

    SAME = "identique"
    CHANGED = "changé"
    NEW = "nouveau"
    GONE = "disparu"
    REVISED = "révisé"
    """Both reports speak of the same past year, and do not give the same value."""


@dataclass(frozen=True)
class Line:
    """One item as two reports state it. `place` is in this report, `other_place` in the other.

    An item that only one report has keeps the default, `WHOLE`, for the other.
    """

    what: str
    before: str
    after: str
    state: State
    place: Place = WHOLE
    other_place: Place = WHOLE
    evolution: str = ""


def compare_figures(
    what: str, before: Figure, after: Figure, place: Place, other_place: Place
) -> Line:
    """Return the line for one figure of each report, each of its own year."""
    same = (before.value, before.value_to, before.unit, before.qualifier) == (
        after.value,
        after.value_to,
        after.unit,
        after.qualifier,
    )
    if not (before.is_number or after.is_number):
        same = fold_wording(before.raw) == fold_wording(after.raw)
    state = State.SAME if same else State.CHANGED
    return Line(
        what,
        display_figure(before),
        display_figure(after),
        state,
        place,
        other_place,
        describe_evolution(before, after),
    )


def compare_restated(
    what: str, before: Figure, after: Figure, place: Place, other_place: Place
) -> Line:
    """Return the line for a past year’s figure, as printed then and as printed now."""
    if is_comparable(before, after):
        same = is_same_number(before, after)
    else:
        same = fold_wording(display_figure(before)) == fold_wording(display_figure(after))
    state = State.SAME if same else State.REVISED
    moved = "" if same else describe_evolution(before, after)
    return Line(
        what, display_figure(before), display_figure(after), state, place, other_place, moved
    )


def compare_texts(what: str, before: str, after: str, place: Place, other_place: Place) -> Line:
    """Return a line of one text in each report."""
    state = State.SAME if fold_wording(before) == fold_wording(after) else State.CHANGED
    return Line(what, before, after, state, place, other_place)
