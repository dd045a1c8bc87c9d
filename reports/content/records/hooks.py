"""The addresses of records in the admin, and what asks before a deletion."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.content.records import views
from reports.content.records.bulk_publishing import PublishRecords
from reports.content.records.deletion import before_delete


def list_urls() -> Sequence[URLPattern]:
    """Return the addresses that widgets ask."""
    kind = "bilan/fiches/<str:kind>/"
    return [
        path(kind, views.handle_records, name="bilan_records"),
        path(f"{kind}cle/<str:key>/", views.show_record, name="bilan_record"),
        path("bilan/termes/", views.list_definitions, name="bilan_definitions"),
        path("bilan/references/<str:kind>/", views.list_names, name="bilan_references"),
    ]


def connect() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("before_delete_snippet", before_delete)
    hooks.register("register_bulk_action", PublishRecords)
