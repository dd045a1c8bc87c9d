"""Reads the content version, and the time when public content next changes without an edit."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from wagtail.models import Page, Revision

from reports.content.models.record_kind import list_models


def read_current_version() -> str | None:
    """The content version, 32 hexadecimal digits; None while it cannot be told. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM reports_contentversion LIMIT 1")
        row = cursor.fetchone()
    return row[0] if row else None


def next_change(now: datetime) -> datetime | None:
    """The first expiry or scheduled publication after `now`, of anything. One statement."""
    ends: list[QuerySet[Any, Any]] = [
        model.objects.order_by().filter(live=True, expire_at__gt=now).values_list("expire_at")
        for model in (Page, *list_models())
    ]
    starts = Revision.objects.order_by().filter(approved_go_live_at__gt=now)
    moments = starts.values_list("approved_go_live_at").union(*ends, all=True)
    first = moments.order_by("approved_go_live_at").first()
    return first[0] if first else None
