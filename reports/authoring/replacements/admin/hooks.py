"""Registers the addresses of replacements in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.authoring.replacements.admin.views import replace_words


def list_urls() -> Sequence[URLPattern]:
    """Return the addresses that the edit view asks, that of a report nobody has saved yet first."""
    return [
        path("bilan/remplacer/", replace_words, name="bilan_replace_new"),
        path("bilan/remplacer/<int:page_id>/", replace_words, name="bilan_replace"),
    ]


def connect() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
