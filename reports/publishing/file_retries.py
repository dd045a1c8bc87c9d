"""Retries files that could not be made, through the outbox and at growing intervals.

PDFs have outbox entries of their own (`cms/pdf`), for the first attempt too.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models.signals import post_save

from reports.content.charts.prerender import draw_again
from reports.content.media.receivers import make_again
from reports.content.models import FileFailure
from reports.publishing import outbox
from reports.publishing.models import OutboxEntry
from reports.publishing.models.outbox import PENDING

KIND = "file"
MAKERS: dict[str, Callable[[str], None]] = {
    FileFailure.Kind.DRAWING: lambda key: draw_again(UUID(key)),
    FileFailure.Kind.RENDITION: make_again,
}
"""What makes a file anew, by its kind and the key of its failure; it notes how that ends."""


class StillMissing(Exception):
    """Raised when the file could not be made this time either."""


def enqueue_retry(sender: type, instance: FileFailure, raw: bool = False, **_: Any) -> None:
    """Enqueue another attempt for a file that failed, unless one is already waiting."""
    if raw or instance.kind not in MAKERS:
        return
    recipient = f"{instance.kind} {instance.key}"
    if not OutboxEntry.objects.filter(PENDING, kind=KIND, recipient=recipient).exists():
        outbox.enqueue(KIND, recipient, {"kind": instance.kind, "key": instance.key})


def deliver(delivery: outbox.Delivery) -> None:
    """Make a file, unless it exists by now. Raises `StillMissing`."""
    kind, key = delivery.payload["kind"], delivery.payload["key"]
    missing = FileFailure.objects.filter(kind=kind, key=key)
    if missing.exists():
        MAKERS[kind](key)
    if missing.exists():
        raise StillMissing


def connect() -> None:
    outbox.register_sender(KIND, deliver)
    post_save.connect(enqueue_retry, sender=FileFailure, dispatch_uid="reports.file_retries")
