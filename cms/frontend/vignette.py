"""Draws the preview image of a report for social media: its title and its leading figures.

The drawing is 600 by 315; the PNG has two pixels for each unit, in both directions.
"""

import textwrap
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from cms.data.delivery import FileType, deliver_file
from cms.frontend.api_client import Visit
from cms.frontend.report_list import list_key_facts
from cms.frontend.report_pages import find_report_page
from cms.frontend.subjects import label_of
from reports_graphql.chart_pictures import draw_png

PNG = FileType("image/png", is_text=False)
MAX_FIGURES = 3
MAX_TITLE_LINE_CHARACTERS, MAX_TITLE_LINES = 34, 3  # characters in a line, and lines
MAX_FIGURE_CHARACTERS = 18  # characters of a figure that is written large
MAX_LABEL_LINE_CHARACTERS, MAX_LABEL_LINES = 25, 4
LEFT_PIXELS, COLUMN_PIXELS = 70, 365
TITLE_TOP_PIXELS, TITLE_LINE_PIXELS = 190, 72
LABEL_TOP_PIXELS, LABEL_LINE_PIXELS = 492, 34


class NotDrawn(Exception):
    """Raised when the drawing process gave no picture."""


@require_safe
def show_vignette(request: HttpRequest, path: str) -> HttpResponse:
    """Send the picture of the report at a path. Hidden and absent reports answer 404 alike."""

    def build(visit: Visit) -> bytes:
        page = find_report_page(visit, f"/{path}")
        report = visit.find("report", "report", year=page["report"]["year"])
        picture = draw_png(build_drawing(report, visit.ask("site")["site"]))
        if picture is None:
            raise NotDrawn
        return picture

    try:
        return deliver_file(request, PNG, build)
    except NotDrawn:
        return HttpResponse(status=503, headers={"Retry-After": "300", "Cache-Control": "no-store"})


def build_drawing(report: dict[str, Any], site: dict[str, Any]) -> str:
    """Return the picture as an SVG, set in a font of the server."""
    title = wrap(report["heroTitle"], MAX_TITLE_LINE_CHARACTERS, MAX_TITLE_LINES)
    context = {
        "site": site["publisher"] or site["name"],
        "left": LEFT_PIXELS,
        "title": place_lines(title, TITLE_TOP_PIXELS, TITLE_LINE_PIXELS),
        "figures": [
            {
                "x": LEFT_PIXELS + COLUMN_PIXELS * number,
                "text": figure,
                "is_long": len(figure) > MAX_FIGURE_CHARACTERS // 2,
                "lines": place_lines(
                    wrap(label, MAX_LABEL_LINE_CHARACTERS, MAX_LABEL_LINES),
                    LABEL_TOP_PIXELS,
                    LABEL_LINE_PIXELS,
                ),
            }
            for number, (figure, label) in enumerate(lead_figures(report))
        ],
    }
    return render_to_string("frontend/vignette.svg", context)


def lead_figures(report: dict[str, Any]) -> list[tuple[str, str]]:
    """Return up to three figures with their words: the essentials, or else the key figures."""
    essentials = [(each["figure"]["text"], each["label"]) for each in report["essentials"]]
    facts = [(fact["figure"]["text"], label_of(fact)) for fact in list_key_facts(report["body"])]
    short = [each for each in essentials or facts if 0 < len(each[0]) <= MAX_FIGURE_CHARACTERS]
    return short[:MAX_FIGURES]


def wrap(text: str, width: int, most: int) -> list[str]:
    """Return a text in lines; an ellipsis replaces the rest if there are too many."""
    return textwrap.wrap(text, width, max_lines=most, placeholder="…")


def place_lines(lines: list[str], top: int, step: int) -> list[dict[str, Any]]:
    return [{"y": top + step * number, "text": line} for number, line in enumerate(lines)]
