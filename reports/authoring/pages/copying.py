"""Gives the copy of a report a free year, because there is one report per year."""

from itertools import count
from typing import Any

from reports.content.models import AnnualReportPage
from reports.content.search.entry_rows import save_entries


def give_free_year(report: AnnualReportPage, user: Any = None) -> None:
    """Move a copied report and its latest draft to the first free year from its own."""
    siblings = AnnualReportPage.objects.sibling_of(report, inclusive=False)
    taken = set(siblings.values_list("year", flat=True))
    year = next(year for year in count(report.year) if year not in taken)
    if year == report.year:
        return
    AnnualReportPage.objects.filter(pk=report.pk).update(year=year)
    save_entries(AnnualReportPage.objects.get(pk=report.pk))
    latest = report.get_latest_revision_as_object()
    latest.year = year
    latest.save_revision(user=user, changed=False, clean=False)
