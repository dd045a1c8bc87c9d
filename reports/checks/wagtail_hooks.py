"""Wagtail hooks of checks: the panel of findings, and their views."""

from reports.checks.admin import hooks as checks

checks.connect()
