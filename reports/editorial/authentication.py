"""Imports the authentication backend of local accounts under its old path.

Sessions that were opened under an earlier release have stored this path.
"""

from reports.content.authentication import AccountBackend

__all__ = ["AccountBackend"]
