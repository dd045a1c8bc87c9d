"""Tells series apart by colour, and by a second sign for readers who do not see colours.

Each colour has a contrast of at least 3:1 with white and with the dark #161616, so that one drawing
fits both. The colours are therefore nearly equal in lightness, and would look the same when printed
in grey. So bars are full, hollow, tinted or dashed in turn, and curves differ in dashes and shapes.
"""

from typing import Any

COLOURS = ("#6a6af4", "#d64d00", "#008941", "#ba4a9a", "#9f6b00", "#00838f")

FULL, TINTED, HOLLOW = "", "66", "00"  # how opaque a fill is, after the digits of its colour
FILLS = (FULL, HOLLOW, TINTED, HOLLOW)
EDGES = ([1, 0], [1, 0], [1, 0], [4, 3])
DASHES = ([1, 0], [8, 4], [2, 3], [10, 3, 2, 3])
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")

Encoding = dict[str, Any]


def encode_bars(series: list[str], legend: Encoding) -> Encoding:
    """The encoding of series as bars; nothing where there is but one."""
    if len(series) < 2:
        return {}
    fills = [f"{pick_in_turn(COLOURS, n)}{pick_in_turn(FILLS, n)}" for n in range(len(series))]
    legend = {**legend, "symbolType": "square"}
    return {
        "fill": _channel(series, fills, legend),
        "stroke": _channel(series, COLOURS, legend),
        "strokeDash": _channel(series, EDGES, legend),
    }


def encode_curves(series: list[str], legend: Encoding, *channels: str) -> Encoding:
    """The encoding of series as curves, as points of curves, as what is below curves."""
    if len(series) < 2:
        return {}
    # Without an edge, which would have the dashes of the curve.
    legend = {**legend, "symbolStrokeWidth": 0, "symbolOpacity": 1}
    encodings = {
        "color": _channel(series, COLOURS, legend),
        "shape": _channel(series, SHAPES, legend),
        "strokeDash": _channel(series, DASHES, None),
    }
    return {channel: encodings[channel] for channel in ("color", *channels)}


def pick_in_turn(cycle: Any, number: int) -> Any:
    """Return what the series of that number gets of a cycle."""
    return cycle[number % len(cycle)]


def _channel(series: list[str], cycle: Any, legend: Encoding | None) -> Encoding:
    given = [pick_in_turn(cycle, number) for number in range(len(series))]
    scale = {"domain": series, "range": given}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": legend}
