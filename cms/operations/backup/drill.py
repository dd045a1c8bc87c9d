"""Silences a copy that is restored for a drill while the service runs: it must not notify
anybody.
"""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from cms.operations import mail, password_resets
from reports.publishing.models import OutboxEntry, Release, Webhook
from reports.publishing.models.outbox import PENDING
from reports.publishing.webhooks import messages

LEAVE = (mail.KIND, password_resets.KIND, messages.KIND)  # other entries make files


def silence_copy() -> str:
    """Cancel waiting messages, and switch webhooks and schedules off; return how many there
    were.
    """
    ended = {"given_up_at": timezone.now(), "payload": None, "recipient": "", "last_error": "Drill"}
    approved = Release.objects.filter(state=Release.State.APPROVED)
    scheduled = Revision.objects.exclude(approved_go_live_at=None)
    with transaction.atomic():
        entries = OutboxEntry.objects.filter(PENDING, kind__in=LEAVE).update(**ended)
        webhooks = Webhook.objects.filter(enabled=True).update(enabled=False)
        schedules = scheduled.update(approved_go_live_at=None)
        schedules += approved.update(state=Release.State.PREPARED)
    return f"A drill: {entries} messages, {webhooks} webhooks, {schedules} schedules are off."
