"""The page that compares the reports of two years."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.comparison import compare_reports
from cms.frontend.corrections import arrange_corrections


@require_safe
def show_comparison(request: HttpRequest, first: int, second: int) -> HttpResponseBase:
    """Compare two years, the earlier first. If one is hidden or absent, the page is not found."""
    if first > second:
        return redirect("comparison", second, first, permanent=True)
    visit = Visit(request)
    before, after = (visit.find("report", "report", year=year) for year in (first, second))
    if first == second:
        raise Http404
    has_corrections = any([arrange_corrections(before), arrange_corrections(after)])
    sections = compare_reports(before, after)
    return visit.page(
        "comparison", before=before, after=after, sections=sections, has_corrections=has_corrections
    )
