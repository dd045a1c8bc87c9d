"""The charts of a report, for whoever shows them."""

from typing import Any

from reports.charts import drawing
from reports.charts.process import NotDrawn
from reports.charts.spec import build_spec
from reports.document.figure_blocks import Chart
from reports.document.node_cache import NodeCache

KEPT = 512  # specifications, of some kilobytes each


def build_chart_spec(chart: Chart) -> dict[str, Any] | None:
    """Return how to draw a chart, or None if there is nothing to draw. Nobody changes it."""
    return SPECS.get(chart)


SPECS: NodeCache[Chart, dict[str, Any] | None] = NodeCache(
    lambda chart: build_spec(chart.title, chart.kind, chart.data, chart.unit), KEPT
)


def draw_chart(chart: Chart) -> str | None:
    """Return the drawing that a reader is given, if there is one. Raises StorageUnavailable."""
    spec = build_chart_spec(chart)
    if spec is None:
        return None
    try:
        return drawing.get_or_draw(spec)
    except NotDrawn:
        return None
