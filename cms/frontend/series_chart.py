"""Draws the series of an indicator as a line chart, with a description in words."""

from dataclasses import dataclass, field
from typing import Any

from cms.frontend import axis
from cms.frontend.series import arrange_periods, find_measure, select_comparable
from cms.frontend.series_scale import (
    CHARACTER_PIXELS,
    HEIGHT_PIXELS,
    RIGHT_PIXELS,
    WIDTH_PIXELS,
    Mark,
    Scale,
    choose_years,
    join_results,
)
from cms.frontend.series_values import count_values, describe_values, list_values, name_unit
from cms.frontend.series_words import place_words

MIN_PERIODS = 2  # periods that make a line


@dataclass
class SeriesChart:
    """A line chart: its lines, marks and axes. `description` says the same in words."""

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
    if len({id(period) for period, _, _, _ in found}) < MIN_PERIODS:
        return None
    ticks = axis.choose_ticks([number for _, _, _, number in found])
    left = 14 + CHARACTER_PIXELS * max(len(axis.format_number(tick)) for tick in ticks)
    place = Scale(periods, ticks, left)
    chart = SeriesChart(
        WIDTH_PIXELS,
        HEIGHT_PIXELS,
        str(left),
        str(WIDTH_PIXELS - RIGHT_PIXELS),
        name_unit(measure, unit),
    )
    chart.ticks = [place.mark(periods[0], axis.format_number(tick), tick) for tick in ticks]
    chart.years = choose_years(periods, place)
    marks: dict[str, list[Mark]] = {"result": [], "target": [], "earlier": []}
    for period, kind, figure, number in found:
        marks[kind].append(place.mark(period, figure["text"], number, kind))
    placed = place_words(marks)
    chart.results, chart.targets = placed["result"], placed["target"]
    chart.earlier = placed["earlier"]
    chart.lines = [" ".join(line) for line in join_results(periods, found, place) if len(line) > 1]
    chart.description = describe_values(found)
    chart.left_out = len(found) < count_values(everything)
    return chart
