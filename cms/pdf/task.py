"""Enqueues the making of PDFs, which outbox runners do after the commit, outside requests."""

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
    """Enqueue the PDF of a version; it is made once the caller's transaction is committed."""
    enqueue_once(f"version {version.pk}", {"version": version.pk})


def enqueue_completion(version: ReportVersion) -> None:
    """Enqueue the PDF of a version again, because a drawing is missing in it.

    It has a recipient of its own, so that its retries do not hold up a new entry.
    """
    enqueue_once(f"drawings of version {version.pk}", {"incomplete": version.pk})


def enqueue_check() -> None:
    """Enqueue a comparison of all PDFs with the public content."""
    enqueue_once(ALL, FROM_START)


def enqueue_rest(number: int) -> None:
    """Enqueue the comparison of the PDFs after the first `number`, unless all are to be
    compared.
    """
    if not list_waiting(ALL).filter(payload=FROM_START).exists():
        enqueue_once(ALL, {"after": number})


def enqueue_once(recipient: str, payload: dict[str, int]) -> None:
    """Write an entry, unless an equal one is already waiting.

    An entry that has begun does not count: it may have read content that has changed since.
    """
    if settings.PDF_REPORTS and not list_waiting(recipient).filter(payload=payload).exists():
        outbox.enqueue(KIND, recipient, payload)


def list_waiting(recipient: str) -> QuerySet[OutboxEntry]:
    """Return the entries for a recipient that no runner has begun."""
    return OutboxEntry.objects.filter(PENDING, kind=KIND, recipient=recipient, attempts=0)


def deliver(delivery: outbox.Delivery) -> None:
    """Make one PDF, or enqueue those that are outdated.

    The code that makes PDFs is imported by the first call, so that other commands start faster.
    """
    import_module("cms.pdf.delivery").deliver(delivery)
