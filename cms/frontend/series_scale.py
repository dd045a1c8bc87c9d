"""Where the periods and the numbers of a series stand in its drawing.

Places are floats, written with one decimal. Texts are those of the graph, or exact decimals.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cms.frontend.series import Period, read_number
from cms.frontend.series_values import Value

WIDTH, HEIGHT = 640, 300
TOP, RIGHT, BOTTOM = 44, 40, 36
GLYPH = 11  # room of a character, as large as narrow screens have it
INSET = 3 * GLYPH  # between the axis and the first and last points: half of their words
OVER, UNDER = -12, 24  # where words are, from their mark
CROWDED = 34  # a mark that is nearer above takes the room of the words


@dataclass(frozen=True)
class Mark:
    """A value at its place."""

    x: str
    y: str
    text: str
    period: str
    text_y: str  # the height of its words
    words: str  # empty for a target that the words of the result say too


class Scale:
    """Where a period and a number stand in the drawing."""

    def __init__(self, periods: list[Period], ticks: list[Decimal], left: int) -> None:
        self.low, self.high, self.left = ticks[0], ticks[-1], left + INSET
        self.first, self.last = periods[0].middle, periods[-1].middle

    def x(self, period: Period) -> float:
        share = (period.middle - self.first) / ((self.last - self.first) or 1)
        return self.left + share * (WIDTH - RIGHT - INSET - self.left)

    def y(self, number: Decimal) -> float:
        share = float((number - self.low) / (self.high - self.low))
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)

    def mark(self, period: Period, text: str, number: Decimal, kind: str = "") -> Mark:
        """Return a value at its place. Words are above it, or below what stands right above it."""
        y = self.y(number)
        text_y = y + (UNDER if self.is_crowded(period, y, kind) else OVER)
        is_told = kind == "target" and is_result(period, number)
        words = "" if is_told else text
        return Mark(f"{self.x(period):.1f}", f"{y:.1f}", text, period.label, f"{text_y:.1f}", words)

    def is_crowded(self, period: Period, y: float, kind: str) -> bool:
        """Whether another value of the period stands right above a place."""
        others = [each["figure"] for each in period.earlier]
        if entry := period.result if kind == "target" else period.target:
            others.append(entry["figure"])
        numbers = [number for each in others if (number := read_number(each)) is not None]
        return any(0 < y - self.y(number) < CROWDED for number in numbers)


def is_result(period: Period, number: Decimal) -> bool:
    return period.result is not None and read_number(period.result["figure"]) == number


def choose_years(periods: list[Period], place: Scale) -> list[Mark]:
    """Return the names under the axis: every one, or every other one… where there is no room."""
    room = GLYPH * (max(len(period.label) for period in periods) + 1)
    most = max(int((WIDTH - RIGHT - place.left) // room), 1)
    every = -(-len(periods) // most)
    return [place.mark(period, period.label, place.low) for period in periods[::-every]][::-1]


def join_results(periods: list[Period], found: list[Value], place: Scale) -> Iterator[list[str]]:
    """Yield the points of each line: a period whose result is not drawn interrupts it."""
    results = {id(period): number for period, kind, _, number in found if kind == "result"}
    line: list[str] = []
    for period in periods:
        number = results.get(id(period))
        if number is not None:
            line.append(f"{place.x(period):.1f},{place.y(number):.1f}")
        elif period.result:
            yield line
            line = []
    yield line
