"""Signal receivers that make a version when a report becomes public or a public one changes."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from reports.content.models import AnnualReportPage
from reports.content.models.publication_context import get_publication_context
from reports.publishing.versions import deleted_hidden, drawings, files
from reports.publishing.versions.recording import record_version

SEEN = {"body", "live", "title", "year", "hero_title", "introduction", "source_document"} | {
    *("seo_title", "search_description", "expire_at", "report_date", "image"),
    *("language", "currency", "reading_edition"),
}
"""The fields of a page that readers see, or that decide whether they see it."""


def record_saved_report(
    sender: type,
    instance: AnnualReportPage,
    update_fields: frozenset[str] | None,
    raw: bool = False,
    **kwargs: Any,
) -> None:
    """Record a version in the transaction that saves a report.

    With `update_fields` the page is read again, because the object in memory may be a draft:
    `save_revision` saves some fields of it.
    """
    if raw or instance.alias_of_id or (update_fields is not None and not SEEN & update_fields):
        return
    if get_publication_context().is_restoring:
        return
    if update_fields is not None:
        instance = AnnualReportPage.objects.get(pk=instance.pk)
    record(instance)


def record(page: AnnualReportPage) -> None:
    if version := record_version(page):
        drawings.store_on_commit(version, page)


def record_below(page: Page) -> None:
    """Record versions of the reports at and below a page that has become visible."""
    for report in AnnualReportPage.objects.descendant_of(page, inclusive=True).filter(live=True):
        record(report)


def record_unrestricted(
    sender: type, instance: PageViewRestriction, origin: Any = None, **kwargs: Any
) -> None:
    """Record what becomes public, unless the restriction is deleted together with its page."""
    if getattr(origin, "model", type(origin)) is PageViewRestriction:
        record_below(instance.page)


def record_moved(sender: type, instance: Page, **kwargs: Any) -> None:
    record_below(Page.objects.get(pk=instance.pk))


def connect() -> None:
    uid = "reports.versions"
    post_save.connect(record_saved_report, sender=AnnualReportPage, dispatch_uid=uid)
    post_delete.connect(record_unrestricted, sender=PageViewRestriction, dispatch_uid=uid)
    post_page_move.connect(record_moved, dispatch_uid=uid)
    deleted_hidden.connect()
    files.connect()
