"""Authenticates users through an identity provider, by OpenID Connect.

The library sends the requests; the provider's answers are verified here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from jwt import PyJWTError
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from reports.accounts import accepted_invitation
from reports.accounts.id_token import Claims, Expected
from reports.accounts.identities import find_account, give_groups, take_invitation
from reports.accounts.key_set import select_key
from reports.accounts.provider_requests import request_provider
from reports.accounts.refusals import Reason, SignInRefused
from reports.content.models import User

SIGNED = "application/jwt"
# What answers of another shape than agreed make the library raise.
SHAPES = (
    *(PyJWTError, SuspiciousOperation),
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError),
)


class ProviderBackend(OIDCAuthenticationBackend):
    """Signs in the user whom the provider identifies, if the identity is bound to an account."""

    def __init__(self) -> None:
        super().__init__()
        self.expected = Expected(
            issuer=settings.OIDC_ISSUER,
            client=settings.OIDC_RP_CLIENT_ID,
            algorithm=settings.OIDC_RP_SIGN_ALGO,
            levels=tuple(settings.OIDC_ACR_VALUES),
        )

    def authenticate(self, request: HttpRequest | None, **kwargs: Any) -> User | None:
        """Return the account, or None without a provider's answer. Raises SignInRefused."""
        if request is None or not kwargs.get("nonce"):
            return None
        with refusing_failures():
            user: User | None = super().authenticate(request, **kwargs)
        return user

    def get_user(self, user_id: int) -> User | None:
        """Return the account of a session, unless it was disabled meanwhile."""
        user: User | None = super().get_user(user_id)
        return user if user is not None and user.is_active else None

    def find_key(self, token: str) -> Any:
        """Return the provider's key that a token names."""
        return select_key(request_provider("GET", self.OIDC_OP_JWKS_ENDPOINT).json(), token)

    def get_token(self, payload: dict[str, Any]) -> dict[str, Any]:
        """Return the tokens that the provider gives for a code."""
        tokens: dict[str, Any] = request_provider(
            "POST", self.OIDC_OP_TOKEN_ENDPOINT, data=payload
        ).json()
        return tokens

    def verify_token(self, token: str, **kwargs: Any) -> Claims:
        return self.expected.read_identity(token, kwargs.get("nonce", ""), self.find_key)

    def get_userinfo(self, access_token: str, id_token: str, payload: Claims) -> Claims:
        """Return the provider's user info, verified to be about the subject of the ID token."""
        authorization = {"Authorization": f"Bearer {access_token}"}
        answer = request_provider("GET", self.OIDC_OP_USER_ENDPOINT, headers=authorization)
        is_signed = answer.headers.get("Content-Type", "").lower().startswith(SIGNED)
        read = self.expected.read_signed
        claims: Claims = read(answer.text, self.find_key) if is_signed else answer.json()
        if claims.get("sub") != payload["sub"]:
            raise SignInRefused(Reason.SUBJECT, "userinfo is of somebody else")
        return claims

    def get_or_create_user(self, access_token: str, id_token: str, payload: Claims) -> User:
        """Return the account that the identity is bound to, or that an invitation binds it to."""
        claims = self.get_userinfo(access_token, id_token, payload)
        issuer, subject = payload["iss"], payload["sub"]
        now = timezone.now()
        digest = accepted_invitation.read(self.request.session, now)
        with transaction.atomic():  # who gets no group has not used the invitation up
            if digest:
                user = take_invitation(digest, issuer, subject, now)
            else:
                user = find_account(issuer, subject)
            give_groups(user, claims)
        return user


@contextmanager
def refusing_failures() -> Iterator[None]:
    """Raise SignInRefused for any failure between this server and the provider.

    The message of the error is dropped, because it may contain a code or a token.
    """
    try:
        yield
    except SignInRefused:
        raise
    except requests.HTTPError as error:
        status = getattr(error.response, "status_code", 0)
        reason = Reason.UNREACHABLE if status >= 500 else Reason.MALFORMED
        raise SignInRefused(reason, f"the provider answered {status}") from None
    except requests.JSONDecodeError:
        raise SignInRefused(Reason.MALFORMED, "no JSON") from None
    except requests.RequestException as error:
        raise SignInRefused(Reason.UNREACHABLE, type(error).__name__) from None
    except SHAPES as error:
        raise SignInRefused(Reason.MALFORMED, type(error).__name__) from None
