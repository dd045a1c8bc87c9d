"""PDFs are made by the runners of the outbox: after the commit, away from every request."""

from importlib import import_module

from django.conf import settings
from django.db.models import QuerySet

from reports.publishing import outbox
from reports.publishing.models import OutboxEntry, ReportVersion
from reports.publishing.models.outbox import PENDING

KIND = "pdf"
ALL = "all"  # a recipient: what changed may stand in any report
FROM_START: dict[str, int] = {}


def enqueue_version(version: ReportVersion) -> None:
    """Have the PDF of a version made once the transaction of the caller is committed."""
    enqueue_once(f"version {version.pk}", {"version": version.pk})


def enqueue_completion(version: ReportVersion) -> None:
    """Have the PDF of a version made again, as often as a drawing is missing in it.

    The recipient is another one: what fails and is tried later must not hold up a new entry.
    """
    enqueue_once(f"drawings of version {version.pk}", {"incomplete": version.pk})


def enqueue_check() -> None:
    """Have all PDFs compared with what readers may see."""
    enqueue_once(ALL, FROM_START)


def enqueue_rest(number: int) -> None:
    """Have the PDFs compared that come after so many, unless all of them are going to be."""
    if not list_waiting(ALL).filter(payload=FROM_START).exists():
        enqueue_once(ALL, {"after": number})


def enqueue_once(recipient: str, payload: dict[str, int]) -> None:
    """Write an entry, unless one that waits serves for this too.

    One that has begun does not: it may have read already what has changed since.
    """
    if settings.PDF_REPORTS and not list_waiting(recipient).filter(payload=payload).exists():
        outbox.enqueue(KIND, recipient, payload)


def list_waiting(recipient: str) -> QuerySet[OutboxEntry]:
    """Return the entries for a recipient that nobody has begun."""
    return OutboxEntry.objects.filter(PENDING, kind=KIND, recipient=recipient, attempts=0)


def deliver(delivery: outbox.Delivery) -> None:
    """Make one PDF, or look which ones must be made again.

    The graph and the setting are imported by the first one: commands that make none start faster.
    """
    import_module("cms.pdf.delivery").deliver(delivery)
