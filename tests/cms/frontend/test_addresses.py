"""Addresses of the frontend that settings repeat, for the check of links in reports."""

from django.conf import settings
from django.urls import URLPattern, reverse
from django.urls.resolvers import RoutePattern

from cms.frontend.urls import urlpatterns
from reports.checks.context import leads_outside

PRIVATE = "/relecture/"  # no report links to a draft


def list_routes() -> list[str]:
    return [
        f"/{each.pattern}"
        for each in urlpatterns
        if isinstance(each, URLPattern) and isinstance(each.pattern, RoutePattern)
    ]


def test_settings_name_the_paths_of_records() -> None:
    below = {route.partition("<")[0] for route in list_routes() if "<" in route} - {PRIVATE}
    assert below == set(settings.RECORD_PATHS)


def test_a_link_to_a_page_of_the_frontend_is_no_dead_end() -> None:
    pages = [route for route in list_routes() if "<" not in route and route.endswith("/")]
    names = ("search", "site_map", "atom", "indicator_list")
    assert {reverse(name) for name in names} == set(pages)
    assert all(map(leads_outside, pages))
    assert not leads_outside("/services/")
    assert leads_outside("/services/mano/")
