"""Shows one chart or table of a version on a bare page, which other sites may frame."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.iframes import EMBEDDABLE, build_address, find_title
from cms.frontend.policy import allow_frames
from cms.frontend.report import arrange_blocks

Node = dict[str, Any]


@require_safe
def show_embed(request: HttpRequest, year: str, number: str, block: str) -> HttpResponse:
    """Show a block of a version. If it is hidden, withdrawn or absent, answer 404."""
    visit = Visit(request)
    history, version, report = find_version(visit, int(year), int(number))
    content = find_block(report, block)
    context = {
        "report": report,
        "block": content,
        "title": find_title(content),
        "version": version,
        "current": history,
        "is_embedded": True,
        "address": build_address(visit, int(year), int(number), block),
    }
    return allow_frames(visit.page("embed", **context))


def find_version(visit: Visit, year: int, number: int) -> tuple[Node, Node, Node]:
    """Return the report's history, one version, and the report in that version. Raises Http404."""
    history = visit.ask("versions", year=year)["report"]
    known = {each["number"]: each for each in history["versions"]} if history else {}
    version = known.get(number)
    if version is None or version["withdrawn"]:
        raise Http404
    report = visit.find("report", "report", year=year, version=number)
    arrange_blocks(report["body"], report["heroTitle"], [])
    return history, version, report


def find_block(report: Node, id: str) -> Node:
    """Return the chart or the table of this id. Raises Http404."""
    for block in report["body"]:
        if block["id"] == id and block["__typename"] in EMBEDDABLE:
            return dict(block)
    raise Http404
