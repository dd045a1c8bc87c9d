"""What search engines are told of this site."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit

LISTS = ("pages", "indicators", "services", "incubators", "rounds")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page and record: https://www.sitemaps.org/protocol.html"""
    visit = Visit(request)
    entries = [(f"{visit.base}{path}", date) for path, date in list_addresses(visit)]
    xml = render_to_string("frontend/sitemap.xml", {"entries": entries})
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")


def list_addresses(visit: Visit) -> Iterator[tuple[str, str | None]]:
    """Paths, and when they were last published where that is known."""
    variables: dict[str, Any] = dict.fromkeys(LISTS)
    while True:
        result = visit.ask("sitemap", **variables)
        for page in result["pages"]["nodes"]:
            yield page["urlPath"], page["lastPublishedAt"]
        for indicator in result["indicators"]["nodes"]:
            yield reverse("indicator", args=[indicator["code"]]), None
        for service in result["services"]["nodes"]:
            yield reverse("service", args=[service["slug"]]), None
        for incubator in result["incubators"]["nodes"]:
            yield reverse("incubator", args=[incubator["slug"]]), None
        for funding_round in result["rounds"]["nodes"]:
            yield reverse("funding_round", args=[funding_round["slug"]]), None
        ends = {name: result[name]["pageInfo"] for name in LISTS}
        if not any(end["hasNextPage"] for end in ends.values()):
            return
        # past the end a connection is empty, so that all can be asked together
        for name, end in ends.items():
            variables[name] = end["endCursor"] or variables[name]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    address = f"{Visit(request).base}{reverse('sitemap')}"
    text = f"User-agent: *\nDisallow: {reverse('wagtailadmin_home')}\nSitemap: {address}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
