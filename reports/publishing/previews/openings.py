"""Counts how often a review link is opened, on the link and in the audit log."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reports.content.audit.log import Action, record
from reports.content.models import AuditEntry
from reports.publishing.models import PreviewLink
from reports.publishing.previews import audit

MAX_LINES_PER_DAY = 200  # of one link: an address that went round the world must not fill the log


def record_opening(
    link: PreviewLink, now: datetime, request: object = None, form: str = "page"
) -> None:
    """Count an opening as a `form`. The first opening of a review link is in the page's history.

    The log has one line for each link, client address, form and day. Openings by an external
    frontend that shows what an editor is typing are not logged.
    """
    row = PreviewLink.objects.filter(pk=link.pk)
    again = {"opened_last_at": now, "opened_count": F("opened_count") + 1}
    with transaction.atomic():  # the row stays locked: of two readings at once, one sees the other
        is_first = bool(row.filter(opened_first_at=None).update(opened_first_at=now, **again))
        if not is_first:
            row.update(**again)
        if link.kind == PreviewLink.Kind.OUTSIDE:
            return
        if is_first:
            audit.log_action(audit.OPEN, link, None)
        keep_opening(link, now, request, form)


def keep_opening(link: PreviewLink, now: datetime, request: object, form: str) -> None:
    """Add a line to the audit log, unless the same reader has one today, or the link has too
    many.
    """
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = AuditEntry.objects.filter(
        at__gte=midnight, action=Action.LINK_OPENED, detail__link=link.pk
    )
    address = getattr(request, "client_address", "")
    if (
        lines.filter(address=address, detail__form=form).exists()
        or lines.count() >= MAX_LINES_PER_DAY
    ):
        return
    subject = link.release.name if link.release else link.page.title
    author = link.user.get_username()
    record(Action.LINK_OPENED, "", subject, request, link=link.pk, form=form, author=author)
