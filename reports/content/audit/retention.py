"""Deletes expired rows: audit entries, sessions, and rows of other apps that register here.

The command `publish_scheduled` calls it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings

from reports.content.models import AuditEntry

_deletions: list[Callable[[datetime], None]] = []


def register_deletion(delete: Callable[[datetime], None]) -> None:
    """Have `delete`, which is given the time, called whenever expired rows are deleted."""
    _deletions.append(delete)


def delete_expired(now: datetime) -> None:
    """Delete what is past its time."""
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    AuditEntry.objects.filter(at__lt=now - timedelta(days=settings.AUDIT_DAYS)).delete()
    for delete in _deletions:
        delete(now)
