"""Models of identities at a provider, invitations, sessions and sign-in attempts."""

from reports.accounts.models.account_session import AccountSession
from reports.accounts.models.identity import Identity, Invitation
from reports.accounts.models.sign_in_attempts import SignInAttempts

__all__ = [
    "AccountSession",
    "Identity",
    "Invitation",
    "SignInAttempts",
]
