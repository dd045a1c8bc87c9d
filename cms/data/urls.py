"""The URLs of data files. Those of a report begin with its path, or that of a version."""

import re
from typing import Any

from django.conf import settings
from django.urls import URLPattern, path, re_path

from cms.data import views

PAGE = r"^(?P<path>(?:[\w\-]+/)+)"
VERSION = rf"{PAGE}v/(?P<number>[1-9][0-9]{{0,8}})/"
BLOCK = r"donnees/(?P<block>[0-9a-f-]{36})\.csv$"


def report_paths(ending: str, view: Any, name: str) -> list[URLPattern]:
    """Return the address of a file of a report, and of the same file of a version."""
    pattern = rf"donnees\.{re.escape(ending)}$"
    return [
        re_path(rf"{VERSION}{pattern}", view, name=f"version_{name}"),
        re_path(rf"{PAGE}{pattern}", view, name=f"report_{name}"),
    ]


urlpatterns = [
    path("indicateurs/<str:code>.csv", views.indicator_csv, name="indicator_csv"),
    path("catalog.jsonld", views.catalog, name="catalog"),
    path("donnees/bilans.csv", views.all_csv, name="all_csv"),
    path("donnees/bilans.schema.json", views.all_schema, name="all_schema"),
    re_path(rf"{VERSION}{BLOCK}", views.block_csv, name="version_csv"),
    re_path(rf"{PAGE}{BLOCK}", views.block_csv, name="block_csv"),
    *report_paths("csv", views.report_csv, "data_csv"),
    *report_paths("json", views.report_json, "data_json"),
    *(report_paths("ods", views.report_ods, "data_ods") if "data" in settings.EXTRAS else []),
    *report_paths("schema.json", views.report_schema, "data_schema"),
]
