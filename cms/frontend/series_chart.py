"""The series of an indicator as a line: where its points, marks and words stand in a drawing.

Places are floats, written with one decimal. Texts are those of the graph, or exact decimals.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cms.frontend import axis
from cms.frontend.series import (
    Period,
    arrange_periods,
    find_measure,
    measure_of,
    read_number,
    select_comparable,
)

WIDTH, HEIGHT = 640, 300
TOP, RIGHT, BOTTOM = 44, 40, 36
GLYPH = 11  # room of a character, as large as narrow screens have it
INSET = 3 * GLYPH  # between the axis and the first and last points: half of their words
OVER, UNDER = -12, 24  # where words are, from their mark
CROWDED = 34  # a mark that is nearer above takes the room of the words
FEWEST = 2  # periods that make a line
UNITS = {
    "PERCENT": "en %",
    "POINT": "en points",
    "EURO": "en euros",
    "FTE": "en ETP",
    "FTE_WORKED": "en ETPT",
    "MINUTE": "en minutes",
    "HOUR": "en heures",
    "DAY": "en jours",
    "WEEK": "en semaines",
    "MONTH": "en mois",
    "YEAR": "en années",
}


@dataclass(frozen=True)
class Mark:
    """A value at its place."""

    x: str
    y: str
    text: str
    period: str
    text_y: str  # the height of its words


@dataclass
class SeriesChart:
    """A drawing: its lines, marks and axes. `description` says the same in words."""

    width: int
    height: int
    left: str
    right: str
    unit: str
    ticks: list[Mark] = field(default_factory=list)
    years: list[Mark] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    results: list[Mark] = field(default_factory=list)
    targets: list[Mark] = field(default_factory=list)
    earlier: list[Mark] = field(default_factory=list)
    description: str = ""
    left_out: bool = False


def build_chart(series: list[dict[str, Any]], unit: str = "") -> SeriesChart | None:
    """Return the drawing of a series; None if fewer than two of its periods have a number."""
    everything = arrange_periods(series)
    periods = select_comparable(everything)
    measure = find_measure(periods)
    found = list(list_values(periods, measure))
    if len({id(period) for period, _, _, _ in found}) < FEWEST:
        return None
    ticks = axis.choose_ticks([number for _, _, _, number in found])
    left = 14 + GLYPH * max(len(axis.format_number(tick)) for tick in ticks)
    place = Scale(periods, ticks, left)
    chart = SeriesChart(WIDTH, HEIGHT, str(left), str(WIDTH - RIGHT), name_unit(measure, unit))
    chart.ticks = [place.mark(periods[0], axis.format_number(tick), tick) for tick in ticks]
    chart.years = choose_years(periods, place)
    marks: dict[str, list[Mark]] = {"result": [], "target": [], "earlier": []}
    for period, kind, figure, number in found:
        marks[kind].append(place.mark(period, figure["text"], number))
    chart.results, chart.targets, chart.earlier = marks["result"], marks["target"], marks["earlier"]
    chart.lines = [" ".join(line) for line in join_results(periods, found, place) if len(line) > 1]
    chart.description = describe_values(found)
    chart.left_out = len(found) < count_values(everything)
    return chart


Value = tuple[Period, str, dict[str, Any], Decimal]


def list_values(periods: list[Period], measure: object) -> Iterator[Value]:
    """Yield each figure that is one number in this measure, with its period and its kind."""
    for period in periods:
        for kind, figure in list_figures(period):
            number = read_number(figure)
            if number is not None and measure_of(figure) == measure:
                yield period, kind, figure, number


def list_figures(period: Period) -> Iterator[tuple[str, dict[str, Any]]]:
    for earlier in period.earlier:
        yield "earlier", earlier["figure"]
    if period.target:
        yield "target", period.target["figure"]
    if period.result:
        yield "result", period.result["figure"]


def count_values(periods: list[Period]) -> int:
    return sum(1 for period in periods for _ in list_figures(period))


def name_unit(measure: object, unit: str) -> str:
    """Return what the axis counts: the unit of the figures, or else that of the indicator."""
    found = UNITS.get(measure[0] or "", "") if isinstance(measure, tuple) else ""
    return found or (f"en {unit}" if unit and unit != "%" else "")


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

    def mark(self, period: Period, text: str, number: Decimal) -> Mark:
        y = self.y(number)
        text_y = y + (UNDER if self.is_crowded(period, y) else OVER)
        return Mark(f"{self.x(period):.1f}", f"{y:.1f}", text, period.label, f"{text_y:.1f}")

    def is_crowded(self, period: Period, y: float) -> bool:
        """Whether the target of the period stands right above a place."""
        target = read_number(period.target["figure"]) if period.target else None
        return target is not None and 0 < y - self.y(target) < CROWDED


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


def describe_values(found: list[Value]) -> str:
    """Return the drawn values as sentences: « 2023 : résultat 154, objectif 210. »"""
    names = {"result": "résultat", "target": "objectif", "earlier": "valeur antérieure"}
    words: dict[str, list[str]] = {}
    for period, kind, figure, _ in found:
        words.setdefault(period.label, []).insert(0, f"{names[kind]} {figure['text']}")
    return " ".join(f"{label}\u202f: {', '.join(texts)}." for label, texts in words.items())
