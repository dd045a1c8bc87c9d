"""Registers the addresses of conversions in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.authoring.conversions.admin.views import convert_block


def list_urls() -> Sequence[URLPattern]:
    """Return the addresses that the edit view asks, that of a report nobody has saved yet first."""
    return [
        path("bilan/lire-comme/", convert_block, name="bilan_convert_new"),
        path("bilan/lire-comme/<int:page_id>/", convert_block, name="bilan_convert"),
    ]


def connect() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
