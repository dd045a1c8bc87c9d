"""Ends sessions that have been idle for some minutes."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.http import HttpRequest
from django.utils import timezone

from reports.accounts.models import AccountSession
from reports.accounts.sessions import SEEN
from reports.content.audit.log import Action, record

WRITE_INTERVAL_SECONDS = 60  # seconds: how often a session that is used is written


def end_idle_session(request: HttpRequest) -> None:
    """End the session of a request if it was idle for too long, else record that it is used.

    Call it before `request.user` is read for the first time.
    """
    if SESSION_KEY not in request.session:
        return
    now = timezone.now()
    idle = now.timestamp() - request.session.get(SEEN, now.timestamp())
    known = AccountSession.objects.filter(session_key=request.session.session_key)
    if idle > settings.SESSION_IDLE_MINUTES * 60:
        record(Action.SESSION_EXPIRED, get_user(request), request=request)
        known.delete()
        request.session.flush()
    elif idle > WRITE_INTERVAL_SECONDS or SEEN not in request.session:
        request.session[SEEN] = now.timestamp()
        known.update(seen_at=now)
