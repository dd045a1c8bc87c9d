"""The URLs of one chart or table of a report: as a picture, and for embedding in other sites."""

from django.urls import path, re_path

from cms.frontend import chart_files, embed, oembed

REPORT = r"^(?P<path>(?:[\w\-]+/)+)"
NUMBER = r"v/(?P<number>[1-9][0-9]{0,8})/"
BLOCK = r"(?P<block>[0-9a-f-]{36})"
PICTURE = rf"graphiques/{BLOCK}\.(?P<kind>svg|png)$"

urlpatterns = [
    path("oembed", oembed.show_oembed, name="oembed"),
    re_path(rf"^embed/(?P<year>[0-9]{{4}})/{NUMBER}{BLOCK}/$", embed.show_embed, name="embed"),
    re_path(rf"{REPORT}{NUMBER}{PICTURE}", chart_files.show_chart, name="version_chart"),
    re_path(rf"{REPORT}{PICTURE}", chart_files.show_chart, name="report_chart"),
]
