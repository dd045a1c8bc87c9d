"""Builds each kind of chart in Vega-Lite: its frame, its shared encoding, and its layers."""

from collections.abc import Callable
from typing import Any

from reports.content.charts import axes, axis_range, labels, palette
from reports.content.charts.frame import Frame
from reports.content.charts.labels import CHARACTER_PIXELS
from reports.content.charts.points import Points

# On the side of its point to which the curve does not go up.
NEIGHBOURS = {
    "window": [
        {"op": "lag", "field": "value", "as": "before"},
        {"op": "lead", "field": "value", "as": "after"},
    ]
}
FALLS, RISES = "datum.before > datum.value", "datum.after > datum.value"
BESIDE_CURVE = {
    "align": {"expr": f"({FALLS}) === ({RISES}) ? 'center' : {RISES} ? 'right' : 'left'"},
    "baseline": {"expr": f"{FALLS} && {RISES} ? 'top' : 'bottom'"},
    "dy": {"expr": f"{FALLS} && {RISES} ? 9 : -7"},
}

Drawn = tuple[Frame, dict[str, Any], list[dict[str, Any]]]

NEGATIVE = "datum.value < 0"
BELOW_LEGEND_PIXELS, BELOW_LEGEND_AND_UNIT_PIXELS = 12, 40
ABOVE_VALUES = {"titleAngle": 0, "titleAnchor": "end", "titleAlign": "left", "titleY": -16}


def bar_chart(points: Points, unit: str) -> Drawn:
    """Values to the right, each printed at the end of its bar."""
    frame = Frame.horizontal(points)
    margin = points.longest * CHARACTER_PIXELS + 8
    ends = axis_range.from_zero(points.values, frame.width, margin)
    encoding = {
        "y": axes.band_axis(labels.encode_labels(points.categories), frame.filled, domain=False),
        "x": axes.value_axis(ends, unit, points.values),
    }
    printed = {
        "align": {"expr": f"{NEGATIVE} ? 'right' : 'left'"},
        "dx": {"expr": f"{NEGATIVE} ? -5 : 5"},
    }
    legend = axes.series_legend(
        labels.encode_labels(points.series), frame.width, BELOW_LEGEND_PIXELS
    )
    return frame, *_bars(points, encoding, "yOffset", legend, printed)


def column_chart(points: Points, unit: str) -> Drawn:
    """Values to the top, printed there where they have room: they are in the table too."""
    frame = Frame.vertical(points)
    encoding = {
        "x": axes.band_axis(
            labels.encode_labels(points.categories, frame.line), frame.filled, **_turned(frame)
        ),
        "y": axes.value_axis(
            axis_range.from_zero(points.values, frame.height, 24),
            unit,
            points.values,
            **ABOVE_VALUES,
        ),
    }
    printed = {
        "baseline": {"expr": f"{NEGATIVE} ? 'top' : 'bottom'"},
        "dy": {"expr": f"{NEGATIVE} ? 5 : -5"},
    }
    fits = frame.has_room(points, frame.filled / len(points.series))
    legend = axes.series_legend(
        labels.encode_labels(points.series), frame.width, BELOW_LEGEND_AND_UNIT_PIXELS
    )
    return frame, *_bars(points, encoding, "xOffset", legend, printed if fits else None)


def _bars(
    points: Points,
    encoding: dict[str, Any],
    offset: str,
    legend: dict[str, Any],
    printed: dict[str, Any] | None,
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    series = labels.encode_labels(points.series)
    if len(series) > 1:
        encoding[offset] = axes.series_encoding(series)
    mark = {"type": "bar", "color": palette.COLOURS[0]}
    layers: list[dict[str, Any]] = [{"mark": mark, "encoding": palette.encode_bars(series, legend)}]
    return encoding, layers + ([_printed(printed)] if printed else [])


def line_chart(points: Points, unit: str, *, filled: bool = False) -> Drawn:
    """A curve for each series, broken where there is a hole; every value is a point."""
    frame, series = Frame.vertical(points), labels.encode_labels(points.series)
    ends = (
        axis_range.from_zero(points.values, frame.height, 24)
        if filled
        else axis_range.fit_values(points.values)
    )
    names = labels.encode_labels(points.categories, frame.line)
    encoding = {
        "x": axes.point_axis(names, **_turned(frame)),
        "y": axes.value_axis(ends, unit, points.values, **ABOVE_VALUES),
    }
    colour, legend = (
        palette.COLOURS[0],
        axes.series_legend(series, frame.width, BELOW_LEGEND_AND_UNIT_PIXELS),
    )
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "line", "color": colour, "strokeWidth": 2.5},
            "encoding": palette.encode_curves(series, legend, "strokeDash"),
        },
        {
            "mark": {"type": "point", "color": colour, "filled": True, "size": 70, "opacity": 1},
            "encoding": palette.encode_curves(series, legend, "shape"),
        },
    ]
    if filled:
        mark = {"type": "area", "color": colour, "opacity": 0.2}
        layers.insert(0, {"mark": mark, "encoding": palette.encode_curves(series, legend)})
    if len(series) == 1 and frame.has_room(points):
        layers.append(_printed(BESIDE_CURVE, NEIGHBOURS))
    return frame, encoding, layers


def area_chart(points: Points, unit: str) -> Drawn:
    """Curves over what they enclose. Not stacked: nobody has said that the series add up."""
    return line_chart(points, unit, filled=True)


def _printed(place: dict[str, Any], *transforms: dict[str, Any]) -> dict[str, Any]:
    """The figures themselves, where they are."""
    return {
        "transform": [*transforms, {"filter": "isValid(datum.value)"}],
        "mark": {"type": "text", **place},
        "encoding": {"text": {"field": "text"}},
    }


def _turned(frame: Frame) -> dict[str, Any]:
    if frame.upright:
        return {"labelAngle": 0}
    return {"labelAngle": -90, "labelAlign": "right", "labelBaseline": "middle"}


KINDS: dict[str, Callable[[Points, str], Drawn]] = {
    "bar": bar_chart,
    "column": column_chart,
    "line": line_chart,
    "area": area_chart,
}
