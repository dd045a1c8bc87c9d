"""The backend that signs in accounts with a password."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from reports.content.models import User
from reports.content.models.roles import ADMINISTRATORS, APPROVERS, EDITORS

# The documentation prints the passwords of the demonstration, by role.
PUBLISHED_PASSWORDS = {
    EDITORS: "bilan-redaction",
    APPROVERS: "bilan-validation",
    ADMINISTRATORS: "bilan-administration",
}


class AccountBackend(ModelBackend):
    """Signs accounts in as Django does, but refuses the published passwords of the demonstration.

    They work only in a demonstration. If an identity provider signs people in, only the break-glass
    account, if one is set, may use a password.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        is_published = password in PUBLISHED_PASSWORDS.values()
        if is_published and not settings.DEMO_ACCOUNTS_ALLOWED:
            return None
        if settings.OIDC_ISSUER and username != settings.BREAK_GLASS_ACCOUNT:
            User().set_password(password)  # as long as for the account whose name is not to be told
            return None
        return super().authenticate(request, username, password, **kwargs)
