"""Deletes expired invitations, sign-in attempts and sessions."""

from datetime import datetime, timedelta

from django.conf import settings

from reports.accounts.models import AccountSession, Invitation, SignInAttempts

INVITATION_RETENTION = timedelta(days=30)  # after an invitation has ended


def delete_expired(now: datetime) -> None:
    Invitation.objects.filter(expires_at__lt=now - INVITATION_RETENTION).delete()
    counted = now - timedelta(minutes=settings.SIGN_IN_LOCK_MINUTES)
    SignInAttempts.objects.filter(since__lte=counted).delete()
    last = now - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    AccountSession.objects.filter(seen_at__lt=last).delete()
