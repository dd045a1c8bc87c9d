"""The scale of a series chart: converts periods and numbers to coordinates.

Coordinates are floats, written with one decimal. Texts come from the graph or are exact decimals.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cms.frontend.series import Period, read_number
from cms.frontend.series_values import Value

WIDTH_PIXELS, HEIGHT_PIXELS = 640, 300
TOP_PIXELS, RIGHT_PIXELS, BOTTOM_PIXELS = 44, 40, 36
CHARACTER_PIXELS = 11  # room of a character, as large as narrow screens have it
# Between the axis and the first and last points: half of their words.
INSET_PIXELS = 3 * CHARACTER_PIXELS


@dataclass(frozen=True)
class Mark:
    """A point or an axis label in the drawing of a series: its coordinates and its texts."""

    x: str
    y: str
    text: str
    period: str
    words: str = ""  # empty where they have no room, and for a target that equals its result
    text_x: str = ""
    text_y: str = ""
    anchor: str = "middle"


class Scale:
    """Maps periods and numbers to coordinates in the drawing."""

    def __init__(self, periods: list[Period], ticks: list[Decimal], left: int) -> None:
        self.low, self.high, self.left = ticks[0], ticks[-1], left + INSET_PIXELS
        self.first, self.last = periods[0].middle, periods[-1].middle

    def x(self, period: Period) -> float:
        share = (period.middle - self.first) / ((self.last - self.first) or 1)
        return self.left + share * (WIDTH_PIXELS - RIGHT_PIXELS - INSET_PIXELS - self.left)

    def y(self, number: Decimal) -> float:
        share = float((number - self.low) / (self.high - self.low))
        return HEIGHT_PIXELS - BOTTOM_PIXELS - share * (HEIGHT_PIXELS - BOTTOM_PIXELS - TOP_PIXELS)

    def mark(self, period: Period, text: str, number: Decimal, kind: str = "") -> Mark:
        """Return the mark of a number in a period."""
        words = "" if kind == "target" and is_result(period, number) else text
        return Mark(f"{self.x(period):.1f}", f"{self.y(number):.1f}", text, period.label, words)


def is_result(period: Period, number: Decimal) -> bool:
    return period.result is not None and read_number(period.result["figure"]) == number


def choose_years(periods: list[Period], place: Scale) -> list[Mark]:
    """Return the axis labels of all periods, or of every n-th one if space is scarce."""
    room = CHARACTER_PIXELS * (max(len(period.label) for period in periods) + 1)
    most = max(int((WIDTH_PIXELS - RIGHT_PIXELS - place.left) // room), 1)
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
