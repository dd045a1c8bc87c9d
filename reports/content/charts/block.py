"""Returns the specification and the drawing of a chart block, for pages, answers and versions."""

from typing import Any

from reports.content.charts import drawing
from reports.content.charts.process import Undrawable
from reports.content.charts.spec import build_spec
from reports.core.document.figure_blocks import Chart
from reports.core.document.recent_values import RecentValues

MAX_CACHED_SPECS = 512  # specifications, of some kilobytes each

# By the identity of the chart, which costs nothing to compare: a chart cannot change, and comes
# again with its document. It is kept too, so that no other takes its identity.
SPECS: RecentValues[tuple[Chart, dict[str, Any] | None]] = RecentValues(MAX_CACHED_SPECS)


def build_chart_spec(chart: Chart) -> dict[str, Any] | None:
    """Return how to draw a chart, or None if there is nothing to draw. Nobody changes it."""
    return SPECS.get_or_make(
        id(chart), lambda: (chart, build_spec(chart.title, chart.kind, chart.data, chart.unit))
    )[1]


def draw_chart(chart: Chart) -> str | None:
    """Return the drawing that a reader is given; None where there is nothing that can be drawn.

    Raises StorageUnavailable, and `NotDrawn` for one that may be there later.
    """
    spec = build_chart_spec(chart)
    if spec is None:
        return None
    try:
        return drawing.get_or_draw(spec)
    except Undrawable:
        return None
