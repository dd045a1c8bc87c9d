"""Lists the reports that the user may compare with this one, and loads the chosen one."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Site
from wagtail.permissions import page_permission_policy

from reports.content.models import AnnualReportPage
from reports.content.models.page_reading import read_page
from reports.content.visibility.perspective import Perspective
from reports.core.reading import Reading


def list_other_reports(page: AnnualReportPage, user: Any) -> QuerySet[AnnualReportPage]:
    """Return the sibling reports that `user` may read, the latest first.

    They are public, or the user may edit or publish them.
    """
    beside = AnnualReportPage.objects.sibling_of(page, inclusive=False)
    theirs = page_permission_policy.instances_user_has_any_permission_for(
        user, {"change", "publish"}
    )
    site = page.get_site() or Site.objects.filter(is_default_site=True).first()
    public = Perspective(site).reports().order_by().values("pk") if site else []
    seen = Q(pk__in=public) | Q(pk__in=theirs.order_by().values("pk"))
    return beside.filter(seen).order_by("-year")


def choose_default(
    page: AnnualReportPage, reports: list[AnnualReportPage]
) -> AnnualReportPage | None:
    """Return the nearest earlier report, else the nearest later one."""
    earlier = [other for other in reports if other.year < page.year]
    return earlier[0] if earlier else (reports[-1] if reports else None)


def read_shown_version(page: AnnualReportPage) -> Reading:
    """Parse the public version of a report, or its draft if it was never published.

    `list_other_reports` has already checked what the user may read.
    """
    shown = page if page.live else page.get_latest_revision_as_object()
    return read_page(shown)
