"""What is thrown away once it is old enough."""

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings

from reports.models import AccountSession, AuditEntry, Invitation, SignInAttempts

FORGOTTEN = timedelta(days=30)  # after an invitation has ended


def delete_expired(now: datetime) -> None:
    """Delete what is past its time."""
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    AuditEntry.objects.filter(at__lt=now - timedelta(days=settings.AUDIT_DAYS)).delete()
    Invitation.objects.filter(expires_at__lt=now - FORGOTTEN).delete()
    counted = now - timedelta(minutes=settings.SIGN_IN_LOCK_MINUTES)
    SignInAttempts.objects.filter(since__lte=counted).delete()
    last = now - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    AccountSession.objects.filter(seen_at__lt=last).delete()
