from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.matches import split_matches
from cms.rates import refuse_request
from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit

PAGE = 20  # results
LONGEST = 200  # characters that the graph takes


@require_safe
def show_search(request: HttpRequest) -> HttpResponse:
    """Show what the public reports say of some words, a page at a time."""
    try:
        rate_limit.spend_request(request.META)
    except Refusal as refusal:
        return refuse_request(request, refusal)
    visit = Visit(request)
    words = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST]
    results = None
    if words:
        after = request.GET.get("apres") or None
        results = visit.ask("search", query=words, first=PAGE, after=after)["search"]
        for edge in results["edges"]:
            hit = edge["node"]
            edge["kind"] = hit["__typename"]  # templates do not read underscores
            edge["title"] = split_matches(hit["title"], hit["titleMatches"])
            edge["excerpt"] = split_matches(hit["excerpt"], hit["excerptMatches"])
    return visit.page(
        "search", words=words, results=results, following=bool(request.GET.get("apres"))
    )
