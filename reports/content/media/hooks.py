"""Registers views and permissions of pictures and documents in the admin."""

from wagtail import hooks

from reports.content.media import choosers, summary_items, tags
from reports.content.media.api import register_endpoints
from reports.content.media.permissions import delete_permissions


def register_hooks() -> None:
    """Register with Wagtail, after its own applications: ours stand in their place."""
    choosers.register_choosers()
    tags.register_tag_views()
    hooks.register("construct_admin_api", register_endpoints, order=1)
    hooks.register("register_permissions", delete_permissions)
    hooks.register("construct_homepage_summary_items", summary_items.count_listed)
