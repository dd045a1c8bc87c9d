"""The search page: finds words in public reports and records, and paginates the results."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.hit_kinds import name_kinds
from cms.frontend.hits import arrange_hits
from cms.frontend.report_list import list_years
from cms.http.rates import refuse_request
from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit

PAGE_SIZE = 20  # results
MAX_QUERY_CHARACTERS = 200  # characters that the graph takes
YEAR_DIGITS = 4
KINDS = {word: (kind.name, title) for kind, (word, title) in name_kinds().items()}
"""The kinds of results by the word of the address, each with its name in the graph and a title."""


@require_safe
def show_search(request: HttpRequest) -> HttpResponse:
    """Show the results for some words, restricted to a year and a kind if the reader chose them."""
    try:
        rate_limit.spend_request(request.META)
    except Refusal as refusal:
        return refuse_request(request, refusal)
    visit = Visit(request)
    chosen = read_choices(request)
    found: dict[str, Any] = {}
    if chosen["q"]:
        found = find(visit, chosen, request.GET.get("apres") or None)
    return visit.page(
        "search",
        words=chosen["q"],
        chosen=chosen,
        years=list_years(visit),
        kinds=[(name, title) for name, (_, title) in KINDS.items()],
        following=bool(request.GET.get("apres")),
        **found,
    )


def read_choices(request: HttpRequest) -> dict[str, str]:
    """Return the words, year and kind that the form sent; invalid ones are empty."""
    words = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:MAX_QUERY_CHARACTERS]
    year, kind = request.GET.get("annee", ""), request.GET.get("nature", "")
    is_year = len(year) == YEAR_DIGITS and year.isdecimal() and year.isascii()
    return {"q": words, "annee": year * is_year, "nature": kind if kind in KINDS else ""}


def find(visit: Visit, chosen: dict[str, str], after: str | None) -> dict[str, Any]:
    """Return a page of results, and the address of the next one."""
    years = [int(chosen["annee"])] if chosen["annee"] else None
    types = [KINDS[chosen["nature"]][0]] if chosen["nature"] else None
    variables = {"query": chosen["q"], "years": years, "types": types}
    results = visit.ask("search", first=PAGE_SIZE, after=after, **variables)["search"]
    query = {name: value for name, value in chosen.items() if value}
    following = urlencode(query | {"apres": results["pageInfo"]["endCursor"] or ""})
    return {
        "results": results,
        "hits": arrange_hits(visit, results["nodes"]),
        "next_address": f"{visit.path}?{following}",
    }
