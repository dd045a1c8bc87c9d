"""Signals of a report's life, for the apps above this one. A receiver that raises stops the act."""

from typing import Any

from django.dispatch import Signal

publishing = Signal()
"""Sent before a revision becomes public, with `page`, `revision` and `user` (None for code)."""

becoming_public = Signal()
"""Sent before a save makes a report public, or public as another revision, with `page`, in its
transaction: not all ways to publish call `publish`. What receivers write is public with the page.
"""

approving = Signal()
"""Sent before a step of the workflow is approved, with `page`, `user` and the `answers` given."""

page_copied = Signal()
"""Sent after a report was copied, with `source` and `copy`."""

version_recorded = Signal()
"""Sent in the transaction that records a version, with `page`, `version` and the one `before`."""


def announce_publication(page: Any, update_fields: Any) -> None:
    """Send `becoming_public` if saving a live report changes what is public.

    One that is public already, and stays at its revision, may be older than any rule.
    """
    if not page.pk or (update_fields is not None and "live" not in update_fields):
        return
    stored = type(page)._base_manager.filter(pk=page.pk, live=True)
    if not stored.filter(live_revision=page.live_revision_id).exists():
        becoming_public.send(type(page), page=page)
