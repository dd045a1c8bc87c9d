"""The backend of a provider of identities under the path that open sessions have stored."""

from reports.accounts.provider import ProviderBackend

__all__ = ["ProviderBackend"]
