"""PDFs are made by the runners of the outbox: after the commit, away from every request."""

from importlib import import_module

from django.conf import settings

from reports.models import OutboxEntry, ReportVersion
from reports.models.outbox import PENDING
from reports.publication import outbox

KIND = "pdf"
ALL = "all"  # a recipient: what changed may stand in any version


def enqueue_version(version: ReportVersion) -> None:
    """Have the PDF of a version made once the transaction of the caller is committed."""
    if settings.PDF_REPORTS:
        outbox.enqueue(KIND, f"version {version.pk}", {"version": version.pk})


def enqueue_check() -> None:
    """Have all PDFs compared with what readers may see; a comparison that waits serves for this.

    One that has begun does not: it may have read already what has changed since.
    """
    if not settings.PDF_REPORTS:
        return
    waiting = OutboxEntry.objects.filter(PENDING, kind=KIND, recipient=ALL, attempts=0)
    if not waiting.exists():
        outbox.enqueue(KIND, ALL, {})


def deliver(delivery: outbox.Delivery) -> None:
    """Make one PDF, or look which ones must be made again.

    The graph and the setting are imported by the first one: commands that make none start faster.
    """
    import_module("cms.pdf.delivery").deliver(delivery)
