"""Signal receivers that record an account's sessions from sign-in to sign-out."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models.signals import post_save
from django.http import HttpRequest
from django.utils import timezone

from reports.accounts.models import AccountSession
from reports.accounts.sessions import SEEN, describe_browser, end_all_sessions
from reports.content.models import User


def signed_in(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    if request is None:
        return
    if not request.session.session_key:
        request.session.create()
    request.session.set_expiry(None)  # it was short until now
    request.session[SEEN] = timezone.now().timestamp()
    AccountSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "user": user,
            "browser": describe_browser(request.headers.get("User-Agent", "")),
            "address": getattr(request, "client_address", ""),
        },
    )


def signed_out(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        AccountSession.objects.filter(session_key=request.session.session_key).delete()


def end_disabled(sender: type, instance: User, raw: bool = False, **kwargs: Any) -> None:
    """End the sessions of a disabled account; once enabled, it has to sign in again."""
    if not raw and not instance.is_active:
        end_all_sessions(instance)


def connect() -> None:
    user_logged_in.connect(signed_in, dispatch_uid="reports.sign_in")
    user_logged_out.connect(signed_out, dispatch_uid="reports.sign_in")
    post_save.connect(end_disabled, sender=User, dispatch_uid="reports.sign_in")
