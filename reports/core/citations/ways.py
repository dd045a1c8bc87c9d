"""The ways in which words print the figures that they cite, and the value that each makes of them.

Values are computed in Decimal, in whole units: 2,48 millions is 2480000, and 12 % is 12.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import Enum
from typing import Self

from reports.core.figures import INTERVALS, Figure, Qualifier, Unit

PRECISION = 40  # digits: amounts of a state have 15, and a quotient is rounded to what is printed
HUNDRED = Decimal(100)


class Way(Enum):
    """How words print what they cite. The value is what is stored.

    The first five cite one figure; the others compute a value from several.
    """

    SAME = "same"
    """As it is printed there."""
    ROUNDED = "rounded"
    """With fewer digits, or within a bound: 2,5 millions, plus de 50."""
    BARE = "bare"
    """Without its unit, which stands elsewhere in the sentence."""
    CHANGE = "change"
    """Without its sign, which words say: 12 % de moins."""
    SHARE = "share"
    """In percent, where it is a ratio there: 10 % for 1 sur 10."""
    SUM = "sum"
    DIFFERENCE = "difference"
    """The first less the second, as said by words: 12 de plus."""
    PART = "part"
    """The first in percent of the second: soit 10 %."""
    GROWTH = "growth"
    """From the second, which was before, to the first, in percent: 20 % de plus."""

    @classmethod
    def from_stored(cls, name: str) -> Self:
        """Return the way of a stored name; SAME for one that this version does not know."""
        return cls(name) if name in cls._value2member_map_ else cls(cls.SAME)

    @property
    def is_computed(self) -> bool:
        return self in (Way.SUM, Way.DIFFERENCE, Way.PART, Way.GROWTH)

    @property
    def is_exact(self) -> bool:
        """Whether the words print every digit of the value."""
        return self in (Way.SAME, Way.BARE)

    def accepts(self, count: int) -> bool:
        """Return whether it is made of this number of figures."""
        return count >= 2 if self is Way.SUM else count == (2 if self.is_computed else 1)


@dataclass(frozen=True, slots=True)
class Value:
    """What words should print. `figure` is the one cited figure, and None for a computed value."""

    number: Decimal
    unit: Unit | None
    is_signed: bool = False
    """Whether its sign says a direction, which words may say in its place."""
    figure: Figure | None = None


def work_out(way: Way, figures: Sequence[Figure]) -> Value | None:
    """Return the value of cited figures; None if they have no value, or none in this way.

    Intervals are cited as they are printed, or not at all.
    """
    if not way.accepts(len(figures)) or any(figure.value is None for figure in figures):
        return None
    numbers = [figure.value for figure in figures if figure.value is not None]
    first = figures[0]
    if way is Way.SAME:
        return Value(numbers[0], first.unit, figure=first)
    if any(figure.qualifier in INTERVALS for figure in figures):
        return None
    with localcontext(prec=PRECISION):
        if way.is_computed:
            return compute(way, numbers, {figure.unit for figure in figures})
        if way is Way.SHARE:
            return read_share(first)
    is_change = way is Way.CHANGE or first.qualifier is Qualifier.CHANGE
    return Value(numbers[0], first.unit, is_change, figure=first)


def compute(way: Way, numbers: Sequence[Decimal], units: set[Unit | None]) -> Value | None:
    """Return what several numbers of one unit make."""
    if len(units) > 1:
        return None
    (unit,) = units
    first, second = numbers[:2]
    match way:
        case Way.SUM:
            return Value(sum(numbers, Decimal(0)), unit)
        case Way.DIFFERENCE:
            return Value(first - second, Unit.POINT if unit is Unit.PERCENT else unit, True)
        case Way.PART if second:
            return Value(first / second * HUNDRED, Unit.PERCENT)
        case Way.GROWTH if second:
            return Value((first - second) / abs(second) * HUNDRED, Unit.PERCENT, True)
    return None


def read_share(figure: Figure) -> Value | None:
    """Return a ratio or a number from 0 to 1 in percent."""
    number, whole = figure.value, figure.value_to
    if number is None:
        return None
    if figure.qualifier is Qualifier.RATIO and whole:
        return Value(number / whole * HUNDRED, Unit.PERCENT)
    if figure.unit is None and 0 <= number <= 1:
        return Value(number * HUNDRED, Unit.PERCENT)
    return None
