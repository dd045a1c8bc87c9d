"""The URLs of the reference frontend. Pages have the paths that Wagtail gives them."""

from django.conf import settings
from django.urls import include, path, re_path

from cms.frontend import (
    comparisons,
    feeds,
    indicator_list,
    pages,
    preview,
    records,
    search,
    site_map,
    versions,
    vignette,
)

OWN_PAGES = ("service", "indicator", "incubator", "funding_round")
RECORD_PAGES = [
    path(f"{prefix.lstrip('/')}<str:slug>/", records.show_record, {"kind": kind}, name=kind)
    for kind, prefix in settings.RECORD_PAGES.items()
    if kind not in OWN_PAGES
]
"""The pages of kinds that have no view of their own."""

urlpatterns = [
    *RECORD_PAGES,
    path("recherche/", search.show_search, name="search"),
    path("indicateurs/", indicator_list.show_indicators, name="indicator_list"),
    path("indicateurs/<str:code>/", records.show_indicator, name="indicator"),
    path("", include("cms.data.urls")),
    path("", include("cms.frontend.figure_urls")),
    path("services/<str:slug>/", records.show_service, name="service"),
    path("incubateurs/<str:slug>/", records.show_incubator, name="incubator"),
    path("appels/<str:slug>/", records.show_funding_round, name="funding_round"),
    path("comparer/<int:first>/<int:second>/", comparisons.show_comparison, name="comparison"),
    path("relecture/<str:token>/", preview.show_review, name="review"),
    path("plan-du-site/", site_map.show_site_map, name="site_map"),
    path("flux/", feeds.show_atom, name="atom"),
    path("flux/bilans.json", feeds.show_json, name="json_feed"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)vignette\.png$", vignette.show_vignette, name="vignette"),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)v/(?P<number>[1-9][0-9]{0,8})/$",
        versions.show_version,
        name="report_version",
    ),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)versions/$", versions.show_versions, name="report_versions"),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)versions/carte/$",
        versions.show_time_map,
        name="report_time_map",
    ),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)versions/a-date/$",
        versions.lead_to_version,
        name="report_time_gate",
    ),
    # Named as Wagtail does, which builds the addresses of pages from it.
    re_path(r"^((?:[\w\-]+/)*)$", pages.show_page, name="wagtail_serve"),
]
