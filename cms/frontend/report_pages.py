"""Finds the page of a report by its path."""

from typing import Any

from django.http import Http404

from cms.frontend.api_client import Visit


def find_report_page(visit: Visit, path: str) -> dict[str, Any]:
    """Return the page of a report. Raises Http404 if there is no page, or a page of another
    type.
    """
    page: dict[str, Any] | None = visit.ask("page", urlPath=path)["page"]
    if page is None or page["__typename"] != "AnnualReportPage":
        raise Http404
    return page
