"""Pages of the site at their paths, each in the shape of its type."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http import HttpResponsePermanentRedirect as Permanent
from django.http import HttpResponseRedirect as Temporary
from django.views.decorators.http import require_safe

from cms.frontend import report
from cms.frontend.visit import Visit
from cms.welcome import welcome

MOST_SHOWN = 12  # reports on one page whose key figures are shown
MOST_FIGURES = 4


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """The page at `path`, or where it has gone. Hidden and absent are one answer."""
    visit = Visit(request)
    found = at(visit, f"/{path}") or moved(visit, f"/{path}")
    if found is None and not path:  # a server without a site yet still says what it is
        return welcome(request)
    if found is None:
        raise Http404
    return found


def at(visit: Visit, path: str) -> HttpResponse | None:
    """The page at a path, if it may be seen."""
    found = visit.ask("page", urlPath=path)["page"]
    if found is None:
        return None
    if found["__typename"] == "AnnualReportPage":
        return report.show(visit, found["report"]["year"], found)
    if found["__typename"] == "ContentPage":
        report.arrange(found["body"], found["title"], [])
        return visit.page("content", page=found)
    return visit.page("list", page=found, reports=reports(visit))


def reports(visit: Visit) -> list[dict[str, Any]]:
    """The reports, the latest first, the first of them with figures to remember."""
    found = visit.ask("report_list", first=100)["reports"]["edges"]
    nodes = [edge["node"] for edge in found]
    for node in nodes[:MOST_SHOWN]:
        whole = visit.ask("report", year=node["year"])["report"]
        node["facts"] = key_facts(whole["body"])[:MOST_FIGURES] if whole else []
    return nodes


def key_facts(body: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts of the first block of key figures."""
    blocks = (block for block in body if block["__typename"] == "KeyFiguresBlock")
    groups = next(blocks, {}).get("figureGroups", [])
    facts = (fact for group in groups for fact in group["facts"])
    return [fact for fact in facts if fact["figure"]["state"] != "EMPTY"]


def moved(visit: Visit, path: str) -> HttpResponseBase | None:
    """Leads to where an old address has gone, where that is known."""
    found = visit.ask("redirect", path=path)["redirect"]
    if found is None:
        return None
    kind = Permanent if found["isPermanent"] else Temporary
    return kind(found["newUrl"])
