"""Registers the Wagtail hooks of the checks, which are in `checks.admin.hooks`."""

from reports.checks.admin import hooks as checks

checks.connect()
