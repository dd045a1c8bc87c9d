"""The views that list the figures which a text can cite, and print them as words."""

from collections.abc import Container

from django.http import HttpRequest, JsonResponse, QueryDict
from django.views.decorators.http import require_GET, require_POST

from reports.authoring.citations.candidates import find_way, list_candidates, print_figures
from reports.authoring.citations.collectors import OutdatedCollector, ProposalCollector
from reports.authoring.citations.naming import NamedCandidate
from reports.authoring.citations.proposals import Proposer
from reports.authoring.replacements.admin.views import answer_about_form, find_page
from reports.authoring.replacements.collector import Collector
from reports.authoring.replacements.draft import PostedDraft
from reports.content.models.page_document import locale_of
from reports.core.citations.reading import build_finder
from reports.core.citations.ways import Way
from reports.publishing.cited_figures import find_cited_figures

MAX_WORDS_CHARACTERS = 200
GONE = "Un de ces chiffres n’est plus là : fermez cette fenêtre et recommencez."
NONE = "Ces chiffres ne se calculent pas ainsi : ils n’ont pas la même unité, ou l’un est nul."


@require_GET
def list_figures(request: HttpRequest, page_id: int) -> JsonResponse:
    """Return the figures that a report can cite; those that the words `mots` print say how."""
    page = find_page(request, page_id)
    words, locale = request.GET.get("mots", "")[:MAX_WORDS_CHARACTERS], locale_of(page)
    listed = []
    for each in list_candidates(page):
        way = find_way(words, each.figure, locale) if words else None
        described = {
            "address": str(each.address),
            "text": each.text,
            "line": f"{each.source} · {each.place}",
        }
        listed.append(described | ({"way": way.value} if way else {}))
    return JsonResponse({"figures": sorted(listed, key=lambda each: "way" not in each)})


@require_GET
def print_citation(request: HttpRequest, page_id: int) -> JsonResponse:
    """Return the words that print the figures `de` in the way `facon`, near to the words `mots`."""
    page = find_page(request, page_id)
    known = {str(each.address): each.figure for each in list_candidates(page)}
    figures = [known.get(address) for address in request.GET.getlist("de")]
    if not figures or None in figures:
        return JsonResponse({"error": GONE}, status=400)
    words = request.GET.get("mots", "")[:MAX_WORDS_CHARACTERS]
    way = Way.from_stored(request.GET.get("facon", ""))
    printed = print_figures(words, way, [f for f in figures if f], locale_of(page))
    if printed is None:
        return JsonResponse({"error": NONE}, status=400)
    text, is_right = printed
    return JsonResponse({"words": text, "holds": is_right})


@require_POST
def propose_citations(request: HttpRequest, page_id: int) -> JsonResponse:
    """Answer with the numbers of the posted form that figures of it repeat, or with the blocks in
    which those of the keys `chosen` cite them.
    """
    page = find_page(request, page_id)

    def make(posted: QueryDict, draft: PostedDraft, chosen: Container[str]) -> Collector:
        candidates = map(NamedCandidate.from_candidate, list_candidates(page, draft.document))
        return ProposalCollector(Proposer(candidates, page.year, draft.locale), chosen)

    return answer_about_form(request, page, make)


@require_POST
def correct_citations(request: HttpRequest, page_id: int) -> JsonResponse:
    """Answer with the citations of the posted form that differ from what they cite, or with the
    blocks in which those of the keys `chosen` are corrected.
    """
    page = find_page(request, page_id)

    def make(posted: QueryDict, draft: PostedDraft, chosen: Container[str]) -> Collector:
        find = build_finder(draft.document, page.translation_key, find_cited_figures(page))
        return OutdatedCollector(find, chosen)

    return answer_about_form(request, page, make)
