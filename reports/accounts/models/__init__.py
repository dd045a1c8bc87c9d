"""Identities at a provider, invitations, sessions, and attempts to sign in."""

from reports.accounts.models.account_session import AccountSession
from reports.accounts.models.identity import Identity, Invitation
from reports.accounts.models.sign_in_attempts import SignInAttempts

__all__ = [
    "AccountSession",
    "Identity",
    "Invitation",
    "SignInAttempts",
]
