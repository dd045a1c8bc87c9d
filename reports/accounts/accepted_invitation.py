"""Stores the invitation that a browser has accepted until it returns from the provider."""

from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase

from reports.accounts.refusals import Reason, SignInRefused

KEY = "accepted_invitation"
VALIDITY = timedelta(minutes=10)


def keep(session: SessionBase, digest: str, now: datetime) -> None:
    """Store the digest of an invitation in the session for some minutes."""
    session[KEY] = [digest, (now + VALIDITY).timestamp()]


def read(session: SessionBase, now: datetime) -> str:
    """Return the digest of the accepted invitation; an empty string if there is none.

    Raises SignInRefused if it was accepted too long ago, because another person may use the browser
    now.
    """
    digest, until = session.get(KEY, ["", 0])
    if digest and until <= now.timestamp():
        raise SignInRefused(Reason.INVITATION_LEFT)
    return str(digest)


def forget(session: SessionBase) -> None:
    session.pop(KEY, None)
