from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.frontend.visit import Visit
from reports_graphql.errors import Refusal
from reports_graphql.http import rate

PAGE = 20  # results
LONGEST = 200  # characters that the graph takes


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the public reports say of some words, a page at a time."""
    try:
        rate.spend_request(request)
    except Refusal as refusal:
        response = render(request, "429.html", status=refusal.status)
        for name, value in {**refusal.headers, "Cache-Control": "no-store"}.items():
            response[name] = value
        return response
    visit = Visit(request)
    words = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST]
    found = None
    if words:
        after = request.GET.get("apres") or None
        found = visit.ask("search", query=words, first=PAGE, after=after)["search"]
        for edge in found["edges"]:
            edge["kind"] = edge["node"]["__typename"]  # templates do not read underscores
    return visit.page("search", words=words, found=found, following=bool(request.GET.get("apres")))
