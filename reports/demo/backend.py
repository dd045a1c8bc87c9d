from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from reports.demo.accounts import ACCOUNTS
from reports.models import User

PUBLIC_PASSWORDS = {password for _, password, *_ in ACCOUNTS}


class AccountBackend(ModelBackend):
    """Django's own, but that the passwords printed by the demonstration open nothing elsewhere."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        if password in PUBLIC_PASSWORDS and not settings.DEMO_ACCOUNTS_ALLOWED:
            return None
        return super().authenticate(request, username, password, **kwargs)
