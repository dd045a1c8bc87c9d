"""Finds outbox entries that have waited so long that something must be wrong."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from reports.publishing.models import OutboxEntry
from reports.publishing.models.outbox import PENDING

MAX_DELAY = timedelta(minutes=10)


def list_late_entries() -> "QuerySet[OutboxEntry]":
    """Return the entries that are undelivered after ten minutes, the oldest first."""
    late = timezone.now() - MAX_DELAY
    return OutboxEntry.objects.filter(PENDING, created_at__lt=late).order_by("created_at")
