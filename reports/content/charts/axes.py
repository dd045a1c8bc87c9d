"""Encodes the axes of a chart in Vega-Lite: categories, values, and the legend of the series."""

from decimal import Decimal
from math import floor
from typing import Any

from reports.content.charts import theme
from reports.content.charts.labels import CHARACTER_PIXELS, LABEL, LINE_PIXELS, LINES

Encoding = dict[str, Any]
TICK_COUNT = 5
SYMBOL_PIXELS = 50  # pixels, with what is around it


def band_axis(categories: list[str], filled: float, **axis: Any) -> Encoding:
    """Names of categories in the order of their rows; bars fill so much of each one's breadth."""
    rest = 1 - filled
    scale = {"domain": categories, "paddingInner": rest, "paddingOuter": rest / 2}
    return _names(categories, scale, ticks=False, labelPadding=6, **axis)


def point_axis(categories: list[str], **axis: Any) -> Encoding:
    """Names of the places that a curve goes through."""
    scale = {"domain": categories, "type": "point", "padding": 0.5}
    return _names(categories, scale, **axis)


def value_axis(
    ends: tuple[Decimal, Decimal], title: str, values: list[Decimal], **axis: Any
) -> Encoding:
    """The values, with a title that says what they count."""
    low, high = (floor(end) for end in ends)
    ticks: Encoding = {"tickCount": TICK_COUNT}
    if high - low < TICK_COUNT and all(value == value.to_integral_value() for value in values):
        ticks = {"values": list(range(low, high + 1)), "format": ",d"}
    return {
        "field": "value",
        "type": "quantitative",
        "stack": None,
        "scale": {"domain": [float(end) for end in ends], "nice": False, "zero": False},
        "axis": {
            "title": title or None,
            "domain": False,
            "gridColor": {
                "condition": {"test": "datum.value === 0", "value": theme.INK},
                "value": theme.RULE,
            },
            **ticks,
            **axis,
        },
    }


def series_encoding(names: list[str]) -> Encoding:
    """The place of a bar among those of its category."""
    scale = {"domain": names, "paddingInner": 0.1}
    return {"field": "series", "type": "nominal", "sort": None, "scale": scale}


def series_legend(names: list[str], width: float, offset: int) -> Encoding:
    """Which series is which: beside one another if they have room, above the chart."""
    beside = sum(len(name) * CHARACTER_PIXELS + SYMBOL_PIXELS for name in names) <= width
    columns = len(names) if beside else 1
    placed = {"orient": "top", "offset": offset, "columns": columns}
    return {"title": None, "labelExpr": LABEL, **placed}


def _names(categories: list[str], scale: dict[str, Any], **axis: Any) -> Encoding:
    """Vega sets the first line of a name where the whole name should be: hence the offset."""
    most = max(name.count("\n") for name in categories)
    offsets = [
        {"test": f"{LINES} === {lines}", "value": (1 - lines) * LINE_PIXELS / 2}
        for lines in range(2, most + 1)
    ]
    if offsets and axis.get("labelAngle") != 0:
        axis["labelOffset"] = {"condition": offsets, "value": 0}
    return {
        "field": "category",
        "type": "nominal",
        "sort": None,
        "scale": scale,
        "axis": {"title": None, "labelExpr": LABEL, "labelOverlap": False, **axis},
    }
