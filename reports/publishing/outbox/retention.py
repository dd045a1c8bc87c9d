"""Deletes ended entries after some days."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from reports.publishing.models import OutboxEntry


def delete_ended() -> int:
    """Delete entries that were delivered or given up long enough ago; return how many."""
    now = timezone.now()
    delivered = now - timedelta(days=settings.OUTBOX_DELIVERED_DAYS)
    given_up = now - timedelta(days=settings.OUTBOX_GIVEN_UP_DAYS)
    entries = OutboxEntry.objects
    count = entries.filter(delivered_at__lte=delivered).delete()[0]
    return count + entries.filter(given_up_at__lte=given_up).delete()[0]
