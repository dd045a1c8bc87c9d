"""Draws the SVG of a chart as a PNG, for parts of this server that received it from the graph."""

from reports.content.charts import drawing
from reports.content.charts.process import NotDrawn


def draw_png(svg: str) -> bytes | None:
    """Return a PNG of an SVG, cached by its content; None if it could not be drawn."""
    try:
        return drawing.get_png(svg)
    except NotDrawn:
        return None
