"""A copy of a report is the draft of another year: there is one report a year."""

from itertools import count
from typing import Any

from reports.content.models import AnnualReportPage
from reports.content.search.entry_rows import save_entries


def give_free_year(report: AnnualReportPage, user: Any = None) -> None:
    """Moves a copied report, and its latest draft, to the first year from its own that is free."""
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
