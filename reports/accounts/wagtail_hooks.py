"""Wagtail hooks of accounts: sessions, invitations and second factors."""

from reports.accounts import hooks as accounts

accounts.register_hooks()
