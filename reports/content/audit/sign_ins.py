"""Writes lines of the audit log about sign-in and sign-out."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from reports.content.audit.log import Action, record
from reports.content.models import User

LOCAL = "AccountBackend"  # the backend of accounts with a password


def keep_sign_in(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    if request is not None:
        is_local = str(getattr(user, "backend", "")).endswith(LOCAL)
        method = "local" if is_local else "provider"
        record(Action.SIGN_IN, user, request=request, method=method)


def keep_sign_out(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        record(Action.SIGN_OUT, user, request=request)


def keep_failure(
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


def connect() -> None:
    user_logged_in.connect(keep_sign_in, dispatch_uid="reports.audit")
    user_logged_out.connect(keep_sign_out, dispatch_uid="reports.audit")
    user_login_failed.connect(keep_failure, dispatch_uid="reports.audit")
