"""The backend of local accounts under the path that open sessions have stored."""

from reports.content.authentication import AccountBackend

__all__ = ["AccountBackend"]
