"""Registers the URLs of conversions in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.authoring.conversions.admin.views import convert_block


def list_urls() -> Sequence[URLPattern]:
    """Return the URLs that the edit view calls, for a new report and for a saved one."""
    return [
        path("bilan/lire-comme/", convert_block, name="bilan_convert_new"),
        path("bilan/lire-comme/<int:page_id>/", convert_block, name="bilan_convert"),
    ]


def connect() -> None:
    """Register the URLs with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
