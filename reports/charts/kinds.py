"""The kinds of charts: for each, its frame, what its layers share, and its layers."""

from collections.abc import Callable
from typing import Any

from reports.charts import axes, extent, labels, palette
from reports.charts.frame import Frame
from reports.charts.labels import CHARACTER
from reports.charts.points import Points

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
BELOW_LEGEND, BELOW_LEGEND_AND_UNIT = 12, 40  # pixels
ABOVE_VALUES = {"titleAngle": 0, "titleAnchor": "end", "titleAlign": "left", "titleY": -16}


def bars(points: Points, unit: str) -> Drawn:
    """Values to the right, each printed at the end of its bar."""
    frame = Frame.across(points)
    margin = points.longest * CHARACTER + 8
    ends = extent.from_zero(points.values, frame.width, margin)
    encoding = {
        "y": axes.bands(labels.names(points.categories), frame.filled, domain=False),
        "x": axes.values(ends, unit, points.values),
    }
    printed = {
        "align": {"expr": f"{NEGATIVE} ? 'right' : 'left'"},
        "dx": {"expr": f"{NEGATIVE} ? -5 : 5"},
    }
    legend = axes.legend(labels.names(points.series), frame.width, BELOW_LEGEND)
    return frame, *_bars(points, encoding, "yOffset", legend, printed)


def columns(points: Points, unit: str) -> Drawn:
    """Values to the top, printed there where they have room: they are in the table too."""
    frame = Frame.upwards(points)
    encoding = {
        "x": axes.bands(
            labels.names(points.categories, frame.line), frame.filled, **_turned(frame)
        ),
        "y": axes.values(
            extent.from_zero(points.values, frame.height, 24), unit, points.values, **ABOVE_VALUES
        ),
    }
    printed = {
        "baseline": {"expr": f"{NEGATIVE} ? 'top' : 'bottom'"},
        "dy": {"expr": f"{NEGATIVE} ? 5 : -5"},
    }
    fits = frame.has_room(points, frame.filled / len(points.series))
    legend = axes.legend(labels.names(points.series), frame.width, BELOW_LEGEND_AND_UNIT)
    return frame, *_bars(points, encoding, "xOffset", legend, printed if fits else None)


def _bars(
    points: Points,
    encoding: dict[str, Any],
    offset: str,
    legend: dict[str, Any],
    printed: dict[str, Any] | None,
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    series = labels.names(points.series)
    if len(series) > 1:
        encoding[offset] = axes.series(series)
    mark = {"type": "bar", "color": palette.COLOURS[0]}
    layers: list[dict[str, Any]] = [{"mark": mark, "encoding": palette.bars(series, legend)}]
    return encoding, layers + ([_printed(printed)] if printed else [])


def lines(points: Points, unit: str, *, filled: bool = False) -> Drawn:
    """A curve for each series, broken where there is a hole; every value is a point."""
    frame, series = Frame.upwards(points), labels.names(points.series)
    ends = (
        extent.from_zero(points.values, frame.height, 24)
        if filled
        else extent.around(points.values)
    )
    names = labels.names(points.categories, frame.line)
    encoding = {
        "x": axes.stations(names, **_turned(frame)),
        "y": axes.values(ends, unit, points.values, **ABOVE_VALUES),
    }
    colour, legend = palette.COLOURS[0], axes.legend(series, frame.width, BELOW_LEGEND_AND_UNIT)
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "line", "color": colour, "strokeWidth": 2.5},
            "encoding": palette.curves(series, legend, "strokeDash"),
        },
        {
            "mark": {"type": "point", "color": colour, "filled": True, "size": 70, "opacity": 1},
            "encoding": palette.curves(series, legend, "shape"),
        },
    ]
    if filled:
        mark = {"type": "area", "color": colour, "opacity": 0.2}
        layers.insert(0, {"mark": mark, "encoding": palette.curves(series, legend)})
    if len(series) == 1 and frame.has_room(points):
        layers.append(_printed(BESIDE_CURVE, NEIGHBOURS))
    return frame, encoding, layers


def areas(points: Points, unit: str) -> Drawn:
    """Curves over what they enclose. Not stacked: nobody has said that the series add up."""
    return lines(points, unit, filled=True)


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
    "bar": bars,
    "column": columns,
    "line": lines,
    "area": areas,
}
