"""Shows the versions of a report, each at a permanent address whose content never changes."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend import mementos, report
from cms.frontend.api_client import Visit
from cms.frontend.corrections import list_corrected_figures
from cms.frontend.report_pages import find_report_page


@require_safe
def show_version(request: HttpRequest, path: str, number: str) -> HttpResponse:
    """Show one version of the report at a path; 410 with the reason if it was withdrawn."""
    visit = Visit(request)
    page, history = find_history(visit, f"/{path}")
    known = {each["number"]: each for each in history["versions"]}
    version = known.get(int(number))
    if version is None:
        raise Http404
    given = {"version": version, "current": history, "canonical": history["path"]}
    if version["withdrawn"]:
        response = visit.page("withdrawn", page=page, **given)
        response.status_code = 410
        return without_cache(response)
    given["step"] = f"Version {version['number']}"
    given["corrected_since"] = [
        each
        for each in list_corrected_figures(history["corrections"])
        if each["version"] > version["number"]
    ]
    response = report.show_report(visit, page["report"]["year"], page, **given)
    for name, value in mementos.build_headers(visit, history, version).items():
        response[name] = value
    return without_cache(response)


@require_safe
def show_versions(request: HttpRequest, path: str) -> HttpResponse:
    """List the versions of the report at a path, the last first."""
    visit = Visit(request)
    page, history = find_history(visit, f"/{path}")
    versions = [
        {**version, "corrections": list_corrections(history, version["number"])}
        for version in reversed(history["versions"])
    ]
    given = {"history": history, "versions": versions, "canonical": history["path"]}
    response = visit.page("versions", page=page, **given)
    response["X-Robots-Tag"] = "noindex"
    return without_cache(response)


def list_corrections(history: dict[str, Any], number: int) -> list[dict[str, Any]]:
    return [each for each in history["corrections"] if each["version"] == number]


def find_history(visit: Visit, path: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the page of the report at a path, and the report with its versions."""
    page = find_report_page(visit, path)
    history = visit.ask("versions", year=page["report"]["year"])["report"]
    if history is None or history["path"] != path:
        raise Http404
    return page, history


@require_safe
def show_time_map(request: HttpRequest, path: str) -> HttpResponse:
    """List the versions of the report at a path, as links with their dates."""
    visit = Visit(request)
    _, history = find_history(visit, f"/{path}")
    return without_cache(mementos.build_time_map(visit, history))


@require_safe
def lead_to_version(request: HttpRequest, path: str) -> HttpResponse:
    """Redirect to the version that was public at the time in `Accept-Datetime`."""
    visit = Visit(request)
    _, history = find_history(visit, f"/{path}")
    return without_cache(mementos.lead_to_version(request, visit, history))


def without_cache(response: HttpResponse) -> HttpResponse:
    """Exclude the page from the page cache, which stores neither these headers nor the status."""
    response.kept = None  # type: ignore[attr-defined]
    response["Cache-Control"] = "no-cache"
    return response
