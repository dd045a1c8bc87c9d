"""Registers URLs, bulk actions, log messages and the check before a deletion of records."""

from collections.abc import Sequence
from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from reports.content.records import merge_views, views
from reports.content.records.bulk_merging import MergeRecords
from reports.content.records.bulk_publishing import PublishRecords
from reports.content.records.deletion import before_delete
from reports.content.records.merging import MERGE, UNDO


def list_urls() -> Sequence[URLPattern]:
    """Return the addresses that widgets ask."""
    kind = "bilan/fiches/<str:kind>/"
    return [
        path(kind, views.handle_records, name="bilan_records"),
        path(f"{kind}cle/<str:key>/", views.show_record, name="bilan_record"),
        path(f"{kind}semblables/", views.list_lookalikes, name="bilan_lookalikes"),
        path(f"{kind}fusion/", merge_views.handle_merge, name="bilan_merge"),
        path(f"{kind}fusion/defaire/", merge_views.undo, name="bilan_undo_merge"),
        path("bilan/termes/", views.list_definitions, name="bilan_definitions"),
        path("bilan/references/<str:kind>/", views.list_names, name="bilan_references"),
    ]


def register_log_actions(actions: Any) -> None:
    """Say in words what the history of a record has of merges."""
    for action, label, words in (
        (MERGE, "Fusionner", "Fusionnée dans « {survivor} »"),
        (UNDO, "Défaire une fusion", "Fusion dans « {survivor} » défaite"),
    ):
        actions.register_action(action)(build_formatter(label, words))


def build_formatter(label: str, words: str) -> type[LogFormatter]:
    def format_message(self: Any, entry: Any) -> str:
        return words.format(survivor=entry.data.get("survivor", ""))

    return type(
        "MergeFormatter", (LogFormatter,), {"label": label, "format_message": format_message}
    )


def connect() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("before_delete_snippet", before_delete)
    hooks.register("before_edit_snippet", merge_views.show_merged)
    hooks.register("register_bulk_action", PublishRecords)
    hooks.register("register_bulk_action", MergeRecords)
    hooks.register("register_log_actions", register_log_actions)
