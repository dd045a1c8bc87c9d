"""Makes versions of public reports that have none, because older code made none."""

from collections.abc import Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS, transaction

from reports.content.models import AnnualReportPage
from reports.content.models.migration_state import is_migrated
from reports.publishing.feed.announcement import announce
from reports.publishing.feed.subjects import name_page
from reports.publishing.models import ReportVersion
from reports.publishing.versions.receivers import record
from reports.publishing.versions.recording import build_new_content


def make_missing_versions(pages: Any, is_check: bool = False) -> Iterator[AnnualReportPage]:
    """Yield the pages that lack a version, and make it unless this is only a check."""
    for pk in pages.order_by("year", "pk").values_list("pk", flat=True):
        with transaction.atomic():
            page = AnnualReportPage.objects.select_for_update().filter(pk=pk).first()
            if page is None or build_new_content(page) is None:
                continue
            if not is_check:
                record(page)
                announce([name_page(page)])
        yield page


def list_public_pages() -> Any:
    return AnnualReportPage.objects.filter(live=True, alias_of=None)


def make_first_versions(using: str = DEFAULT_DB_ALIAS, plan: Any = None, **_: Any) -> None:
    """Give each published report a first version after the database was migrated.

    This precedes the first reading of public states by the feed, so that first versions are not
    announced.
    """
    if not plan or not is_migrated(using):
        return
    keys = ReportVersion.objects.values("report_key")
    for _page in make_missing_versions(list_public_pages().exclude(translation_key__in=keys)):
        pass
