"""System checks that report what the service lacks without an optional app."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

HINT = "See « Leaving an app out » in docs/operators.md."
LOST = (
    "reports.accounts is left out: accounts sign in with a password alone. There is no second "
    "factor, no single sign-on and no invitation; wrong passwords lock no account, idle sessions "
    "do not end, and nobody sees the sessions of their account."
)


def check_sign_in(**kwargs: Any) -> list[CheckMessage]:
    """Warn about a public service whose accounts are protected by a password alone."""
    if apps.is_installed("reports.accounts"):
        return []
    return [Warning(LOST, hint=HINT, id="cms.W031")]


def check_provider(**kwargs: Any) -> list[CheckMessage]:
    """Refuse an identity provider without `reports.accounts`: nobody could sign in."""
    if apps.is_installed("reports.accounts") or not settings.OIDC_ISSUER:
        return []
    message = "OIDC_ISSUER is set, but reports.accounts, which asks the provider, is left out."
    return [Error(message, hint=HINT, id="cms.E031")]
