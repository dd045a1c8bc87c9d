"""Serves charts as files for documents and slides: `/bilan/2024/graphiques/<block>.svg` and
`.png`.
"""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.data.delivery import FileType
from cms.data.lookup import Edition
from cms.data.views import deliver_edition
from cms.frontend.api_client import Visit
from cms.frontend.chart_pictures import build_picture
from reports_graphql.chart_pictures import draw_png

TYPES = {
    "svg": FileType("image/svg+xml; charset=utf-8"),
    "png": FileType("image/png", is_text=False),
}


@require_safe
def show_chart(
    request: HttpRequest, path: str, block: str, kind: str, number: str | None = None
) -> HttpResponse:
    """Return the drawing of a chart of a report, or of a version of it."""
    write = partial(write_chart, id=block, kind=kind)
    return deliver_edition(request, path, number, TYPES[kind], write, f"{{}}.{kind}", block)


def write_chart(visit: Visit, edition: Edition, id: str, kind: str) -> bytes:
    chart = next((each for each in edition.report["body"] if each["id"] == id), None)
    if chart is None or not chart.get("svg"):
        raise Http404
    svg = build_picture(chart["svg"], chart["title"], list_notes(visit, edition, chart))
    if kind == "svg":
        return svg.encode()
    png = draw_png(svg)
    if png is None:
        raise Http404
    return png


def list_notes(visit: Visit, edition: Edition, chart: dict[str, Any]) -> list[str]:
    """Return the lines below the drawing: the note, the source, and the report with its address."""
    source = f"Source\u202f: {chart['source']}" if chart["source"] else ""
    origin = f"{edition.report['heroTitle']} – {visit.base}{edition.path}"
    return [text for text in (chart["note"], source, origin) if text]
