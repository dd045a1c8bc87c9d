"""Deletes expired entries of the feed."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from reports.publishing.feed.sequence import lock_feed
from reports.publishing.models import Change, FeedPosition, WebhookDelivery


def delete_expired() -> int:
    """Delete old entries and record the last deleted rank: older cursors are refused."""
    oldest = timezone.now() - timedelta(days=settings.FEED_DAYS)
    # Messages are tried for two days: those that are as old as this are only remembered.
    WebhookDelivery.objects.filter(created_at__lt=oldest).delete()
    old = Change.objects.filter(happened_at__lt=oldest)
    if not old.exists():
        return 0
    with transaction.atomic():
        lock_feed()
        last = old.order_by().values("site").annotate(last=Max("sequence"))
        count = 0
        for site, rank in list(last.values_list("site", "last")):
            FeedPosition.objects.filter(pk=site).update(expired=rank)
            count += Change.objects.filter(site=site, sequence__lte=rank).delete()[0]
    return count
