"""Imports the authentication backend of the identity provider under its old path.

Sessions that were opened under an earlier release have stored this path.
"""

from reports.accounts.provider import ProviderBackend

__all__ = ["ProviderBackend"]
