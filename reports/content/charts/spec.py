"""Builds the Vega-Lite specification of a chart, with its data, so that every Vega draws it alike.

Figures are exact until here. JSON has one kind of number and Vega computes with floats, so values
become floats in this last step. The text that is printed beside a bar is that of the figure.
"""

from typing import Any

from reports.content.charts import labels, theme
from reports.content.charts.frame import Frame
from reports.content.charts.kinds import KINDS
from reports.content.charts.points import Points
from reports.core.document.table import Table
from reports.core.figures import english, french

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def build_spec(title: str, kind: str, data: Table, unit: str = "") -> dict[str, Any] | None:
    """Return the Vega-Lite spec of a table; None where there is nothing to draw."""
    points = Points.from_table(data)
    if kind not in KINDS or not points.values:
        return None
    frame, encoding, layers = KINDS[kind](points, value_label(points, unit))
    return {
        "$schema": SCHEMA,
        "description": labels.remove_unprintable(title),
        "background": None,
        "padding": theme.PADDING,
        "width": frame.width,
        "height": frame.height,
        "data": {"values": data_rows(points, frame)},
        "encoding": encoding,
        "layer": layers,
        "config": theme.build_config(points.is_english),
    }


def value_label(points: Points, unit: str) -> str:
    """Return what the values count: as the editor says, else the unit that all are written with."""
    vocabulary = english.VOCABULARY if points.is_english else french.VOCABULARY
    return labels.remove_unprintable(unit) or (
        vocabulary.spellings[points.unit].plural if points.unit else ""
    )


def data_rows(points: Points, frame: Frame) -> list[dict[str, Any]]:
    """One row for each pair of a category and a series. The value of a hole is null."""
    categories, series = (
        labels.encode_labels(points.categories, frame.line),
        labels.encode_labels(points.series),
    )
    return [
        {
            "category": categories[point.category],
            "series": series[point.series],
            "value": None if point.value is None else float(point.value),
            "text": "" if point.value is None else point.text,
        }
        for point in points.all
    ]
