"""Publishing a report together with the snippets that came with it."""

from django.utils import timezone

from reports.models import AnnualReportPage
from reports.models.snippets import Snippet


def publish(page: AnnualReportPage) -> None:
    """Publishes the latest draft, and its snippets that never were public or edited."""
    now = timezone.now()
    for model, pks in referenced(page).items():
        if issubclass(model, Snippet):
            fresh = model.objects.filter(
                pk__in=pks, live=False, first_published_at=None, latest_revision=None
            )
            fresh.update(live=True, first_published_at=now, last_published_at=now)
    revision = page.get_latest_revision() or page.save_revision(clean=False)
    revision.publish()


def referenced(page: AnnualReportPage) -> dict[type, set[str]]:
    """Row ids of what the latest draft refers to, by model."""
    latest = page.get_latest_revision_as_object()
    found: dict[type, set[str]] = {}
    block = latest.body.stream_block
    for model, pk, *_ in block.extract_references(latest.body):
        found.setdefault(model, set()).add(pk)
    return found
