"""Finds scheduled publications that are late because nothing has published them."""

from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Revision

from reports.publishing.models import Release

MAX_DELAY = timedelta(minutes=15)  # `publish_scheduled` is run every five


def list_overdue_hours() -> list[datetime]:
    """Return the hours of revisions and releases that are late, the oldest first."""
    late = timezone.now() - MAX_DELAY
    drafts = Revision.objects.filter(approved_go_live_at__lt=late)
    releases = Release.objects.filter(state=Release.State.APPROVED, goes_public_at__lt=late)
    return sorted(
        [
            *drafts.values_list("approved_go_live_at", flat=True),
            *releases.values_list("goes_public_at", flat=True),
        ]
    )
