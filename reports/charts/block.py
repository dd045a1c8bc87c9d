"""The chart that a `ChartBlock` holds, for whoever shows it."""

from typing import Any

from wagtail.blocks import StructValue

from reports.charts import drawing
from reports.charts.process import NotDrawn
from reports.charts.spec import spec


def spec_of(value: StructValue) -> dict[str, Any] | None:
    """How to draw the value of a `ChartBlock`."""
    return spec(value["title"] or "", value["kind"] or "bar", value["data"], value["unit"] or "")


def markup_of(value: StructValue) -> str | None:
    """The drawing that a reader is given, if there is one."""
    found = spec_of(value)
    if found is None:
        return None
    try:
        return drawing.drawn(found)
    except NotDrawn:
        return None
