"""Where the records' room is in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.records import views
from reports.records.deletion import before_delete


def urls() -> Sequence[URLPattern]:
    kind = "bilan/fiches/<str:kind>/"
    return [
        path(kind, views.records, name="bilan_records"),
        path(f"{kind}cle/<str:key>/", views.record, name="bilan_record"),
        path("bilan/references/<str:kind>/", views.names, name="bilan_references"),
    ]


def connect() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_admin_urls", urls)
    hooks.register("before_delete_snippet", before_delete)
