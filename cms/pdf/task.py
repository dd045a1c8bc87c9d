"""PDFs are made by the runners of the outbox: after the commit, away from every request."""

from importlib import import_module

from django.conf import settings

from reports.models import OutboxEntry, ReportVersion
from reports.models.outbox import PENDING
from reports.publication import outbox

KIND = "pdf"
ALL = "all"  # a recipient: what changed may stand in any report


def enqueue_version(version: ReportVersion) -> None:
    """Have the PDF of a version made once the transaction of the caller is committed."""
    enqueue_once(f"version {version.pk}", {"version": version.pk})


def enqueue_check() -> None:
    """Have the PDFs of today's reports compared with what readers may see."""
    enqueue_once(ALL, {})


def enqueue_once(recipient: str, payload: dict[str, int]) -> None:
    """Write an entry, unless one that waits serves for this too.

    One that has begun does not: it may have read already what has changed since.
    """
    if not settings.PDF_REPORTS:
        return
    waiting = OutboxEntry.objects.filter(PENDING, kind=KIND, recipient=recipient, attempts=0)
    if not waiting.exists():
        outbox.enqueue(KIND, recipient, payload)


def deliver(delivery: outbox.Delivery) -> None:
    """Make one PDF, or look which ones must be made again.

    The graph and the setting are imported by the first one: commands that make none start faster.
    """
    import_module("cms.pdf.delivery").deliver(delivery)
