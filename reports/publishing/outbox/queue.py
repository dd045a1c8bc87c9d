"""Writes entries into the outbox."""

from typing import Any

from reports.publishing.models import OutboxEntry
from reports.publishing.outbox.senders import SENDERS

MAX_RECIPIENT_CHARACTERS = 320


def enqueue(kind: str, recipient: str, payload: Any) -> OutboxEntry:
    """Write an entry in the caller's transaction; it is delivered after the commit.

    Entries of one kind with the same `recipient` are delivered in the order in which they were
    written. `payload` is JSON. Raises ValueError, before it queries the database, for a kind
    without a sender and for a recipient that is empty or too long.
    """
    if kind not in SENDERS:
        raise ValueError(f"Nobody delivers the kind {kind!r}.")
    if not 0 < len(recipient) <= MAX_RECIPIENT_CHARACTERS:
        raise ValueError(f"A recipient has 1 to {MAX_RECIPIENT_CHARACTERS} characters.")
    return OutboxEntry.objects.create(kind=kind, recipient=recipient, payload=payload)
