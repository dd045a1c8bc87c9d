"""The addresses of one chart or table of a report: as a picture, and in pages of other sites."""

from django.urls import re_path

from cms.frontend import chart_files

REPORT = r"^(?P<path>(?:[\w\-]+/)+)"
NUMBER = r"v/(?P<number>[1-9][0-9]{0,8})/"
BLOCK = r"(?P<block>[0-9a-f-]{36})"
PICTURE = rf"graphiques/{BLOCK}\.(?P<kind>svg|png)$"

urlpatterns = [
    re_path(rf"{REPORT}{NUMBER}{PICTURE}", chart_files.show_chart, name="version_chart"),
    re_path(rf"{REPORT}{PICTURE}", chart_files.show_chart, name="report_chart"),
]
