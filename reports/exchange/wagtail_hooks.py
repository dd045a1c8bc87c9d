"""Registers the Wagtail hooks of `exchange`: the page on which a report file is imported."""

from reports.exchange.importing.admin import hooks as importing

importing.connect()
