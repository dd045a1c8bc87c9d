"""Records sign-in and sign-out: a line in the audit log, and a session that its owner sees."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_save
from django.http import HttpRequest
from django.utils import timezone

from reports.accounts.models import AccountSession
from reports.accounts.sessions import LOCAL, SEEN, describe_browser, end_all_sessions
from reports.content.audit.log import Action, record
from reports.content.models import User


def signed_in(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    if request is None:
        return
    method = "local" if str(getattr(user, "backend", "")).endswith(LOCAL) else "provider"
    record(Action.SIGN_IN, user, request=request, method=method)
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
        record(Action.SIGN_OUT, user, request=request)
        AccountSession.objects.filter(session_key=request.session.session_key).delete()


def sign_in_failed(
    sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
) -> None:
    """Keep the name that was tried if it is an account's: else it may be a password."""
    name = str(credentials.get("username", ""))
    known = User.objects.filter(username=name).exists()
    record(
        Action.SIGN_IN_FAILED,
        name if known else "",
        request=request,
        reason="CREDENTIALS",
    )


def end_disabled(sender: type, instance: User, raw: bool = False, **kwargs: Any) -> None:
    """End the sessions of an account that is disabled: enabled again, it signs in anew."""
    if not raw and not instance.is_active:
        end_all_sessions(instance)


def connect() -> None:
    user_logged_in.connect(signed_in, dispatch_uid="reports.sign_in")
    user_logged_out.connect(signed_out, dispatch_uid="reports.sign_in")
    post_save.connect(end_disabled, sender=User, dispatch_uid="reports.sign_in")
    user_login_failed.connect(sign_in_failed, dispatch_uid="reports.sign_in")
