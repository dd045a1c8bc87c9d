"""What search engines are told of this site."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.site_entries import list_entries


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page and record: https://www.sitemaps.org/protocol.html"""
    visit = Visit(request)
    entries = [(f"{visit.base}{each.path}", each.published) for each in list_entries(visit)]
    xml = render_to_string("frontend/sitemap.xml", {"entries": entries})
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    address = f"{Visit(request).base}{reverse('sitemap')}"
    text = f"User-agent: *\nDisallow: {reverse('wagtailadmin_home')}\nSitemap: {address}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
