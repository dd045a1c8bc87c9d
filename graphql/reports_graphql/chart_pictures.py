"""Charts in pixels, for other parts of this server that made an SVG of what the graph answered."""

from reports.content.charts import drawing
from reports.content.charts.process import NotDrawn


def draw_png(svg: str) -> bytes | None:
    """Return a PNG of an SVG, kept by its content; None if it could not be drawn."""
    try:
        return drawing.get_png(svg)
    except NotDrawn:
        return None
