"""The page for an address that does not exist, with the usual header and footer."""

from django.http import Http404, HttpRequest, HttpResponseNotFound
from django.template.loader import render_to_string

from cms.frontend.api_client import Visit
from reports_graphql.errors import DATABASE_GONE, Refusal


def show_not_found(request: HttpRequest, exception: Exception) -> HttpResponseNotFound:
    """Answer 404 in the same words for every address. Without a database the menu is left out."""
    visit = Visit(request)
    try:
        site = visit.ask("site")
    except (*DATABASE_GONE, Refusal, Http404):
        site = {}
    context = {**site, "visit": visit}
    return HttpResponseNotFound(render_to_string("404.html", context, request))
