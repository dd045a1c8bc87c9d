"""Registers corrections in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.publishing.corrections.admin import refusals, views


def admin_urls() -> Sequence[URLPattern]:
    return [path("bilan/corrections/<int:page_id>/", views.ask_view, name="bilan_corrections")]


def register_hooks() -> None:
    """Register the URLs and hooks with Wagtail; those of the checks were registered first."""
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("before_publish_page", refusals.before_publish)
    hooks.register("before_bulk_action", refusals.before_bulk)
