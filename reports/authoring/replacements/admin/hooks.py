"""Registers the URLs of replacements in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.authoring.replacements.admin.views import replace_words


def list_urls() -> Sequence[URLPattern]:
    """Return the URLs that the edit view calls, for a new report and for a saved one."""
    return [
        path("bilan/remplacer/", replace_words, name="bilan_replace_new"),
        path("bilan/remplacer/<int:page_id>/", replace_words, name="bilan_replace"),
    ]


def connect() -> None:
    """Register the URLs with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
