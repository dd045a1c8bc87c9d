"""Ends and describes the sessions of accounts, and tells whether a password started them."""

from collections.abc import Iterable
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase

from reports.accounts.models import AccountSession
from reports.content.audit.sign_ins import LOCAL
from reports.content.models import User

SEEN = "seen"  # where a session keeps when it was last used, in seconds since 1970
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux")


def is_local(session: SessionBase) -> bool:
    """Return whether the user signed in to this session with a password."""
    return str(session.get(BACKEND_SESSION_KEY, "")).endswith(LOCAL)


def describe_browser(agent: str) -> str:
    """Return the browser and system in a `User-Agent`, by names that people know."""
    browser = next((name for mark, name in BROWSERS if f"{mark}/" in agent), "")
    system = next((name for name in SYSTEMS if name in agent), "")
    return " sur ".join(filter(None, (browser, system)))


def end_sessions(sessions: Iterable[AccountSession]) -> int:
    """End some sessions immediately, and return how many."""
    store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
    ended = list(sessions)
    for session in ended:
        store().delete(session.session_key)
    AccountSession.objects.filter(pk__in=[session.pk for session in ended]).delete()
    return len(ended)


def end_all_sessions(user: User, but: str | None = None) -> int:
    """End the sessions of an account, except the one with the key `but`; return how many."""
    return end_sessions(AccountSession.objects.filter(user=user).exclude(session_key=but or ""))
