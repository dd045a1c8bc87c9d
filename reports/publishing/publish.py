"""Publishes an imported report together with the records that it created."""

from django.utils import timezone

from reports.content.models import AnnualReportPage
from reports.content.models.snippet import Snippet
from reports.content.search.entry_rows import save_record_entries
from reports.publishing.feed.announcement import announce
from reports.publishing.feed.subjects import name_record


def publish_with_records(page: AnnualReportPage) -> None:
    """Publish the latest draft, and its records that were never public and never edited."""
    now = timezone.now()
    for model, pks in list_referenced_rows(page).items():
        if issubclass(model, Snippet):
            fresh = model.objects.filter(
                pk__in=pks, live=False, first_published_at=None, latest_revision=None
            )
            records = list(fresh)
            fresh.update(live=True, first_published_at=now, last_published_at=now)
            save_record_entries(model.objects.filter(pk__in=[record.pk for record in records]))
            announce([name_record(record) for record in records])
    revision = page.get_latest_revision() or page.save_revision(clean=False)
    revision.publish()


def list_referenced_rows(page: AnnualReportPage) -> dict[type, set[str]]:
    """Return the row ids to which the latest draft refers, by model."""
    latest = page.get_latest_revision_as_object()
    rows: dict[type, set[str]] = {}
    block = latest.body.stream_block
    for model, pk, *_ in block.extract_references(latest.body):
        rows.setdefault(model, set()).add(pk)
    return rows
