"""The oEmbed endpoint for the addresses of charts and tables: https://oembed.com."""

import json
import re
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from cms.data.delivery import JSON, build_headers, build_key, build_response
from cms.frontend.api_client import Visit
from cms.frontend.embed import find_block, find_version
from cms.frontend.iframes import (
    EMBEDDABLE,
    WIDTH_PIXELS,
    build_address,
    build_code,
    choose_height,
    find_title,
)
from cms.frontend.versions import find_history
from reports_graphql.http import content_version, response_cache
from reports_graphql.http.response_cache import Answer

CACHE_SECONDS = 3600  # seconds that a consumer may keep an answer
PIXELS = re.compile(r"[1-9][0-9]{0,4}")
MAX_ADDRESS_CHARACTERS = 2_000  # characters of an address

Node = dict[str, Any]


@require_safe
def show_oembed(request: HttpRequest) -> HttpResponse:
    """Answer with a frame for an embed page, or for a block or an anchor in a report.

    400 without an address, 501 for a format other than JSON, 404 if nothing can be embedded.
    """
    address = request.GET.get("url", "")
    if not address or len(address) > MAX_ADDRESS_CHARACTERS:
        return HttpResponse("Le paramètre url manque.", status=400, content_type="text/plain")
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Seul le format json existe.", status=501, content_type="text/plain")
    width = min(WIDTH_PIXELS, read_pixels(request, "maxwidth") or WIDTH_PIXELS)
    highest = read_pixels(request, "maxheight") or 0
    now = content_version.read_content_version()
    key = build_key(request, now, address, width, highest) if now else None
    answer = response_cache.get_answer(key)
    if answer is None:
        visit = Visit(request)
        try:
            said = build_answer(visit, address, width, highest)
        except Http404:
            return refuse_address()
        body = json.dumps(said, ensure_ascii=False)
        answer = Answer.from_body(body.encode(), visit.tags, visit.is_complete)
        response_cache.put_answer(key, answer)
    return build_response(request, answer, build_headers(JSON, now, answer))


def refuse_address() -> JsonResponse:
    """Return the JSON answer to an address from which nothing can be embedded."""
    refusal = {"error": "À cette adresse, rien ne s’intègre\u202f: ni graphique, ni tableau."}
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}
    return JsonResponse(refusal, status=404, headers=headers)


def build_answer(visit: Visit, address: str, width: int, highest: int) -> Node:
    """Return the oEmbed answer for an address. Raises Http404."""
    report, number, block = find_target(visit, address)
    frame = build_address(visit, report["year"], number, block["id"])
    return {
        "version": "1.0",
        "type": "rich",
        "title": find_title(block),
        "provider_name": visit.ask("site")["site"]["name"] or visit.name,
        "provider_url": f"{visit.base}/",
        "cache_age": CACHE_SECONDS,
        "html": build_code(frame, block, width, highest),
        "width": width,
        "height": choose_height(block, width, highest),
    }


def read_pixels(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if PIXELS.fullmatch(text) else None


def find_target(visit: Visit, address: str) -> tuple[Node, int, Node]:
    """Return the report, the number of its version, and the block. Raises Http404."""
    try:
        parts = urlsplit(address)
        place = resolve(unquote(parts.path))
    except (ValueError, Resolver404):
        raise Http404 from None
    if parts.netloc != visit.request.get_host():
        raise Http404
    if place.url_name == "embed":
        year, number = int(place.kwargs["year"]), int(place.kwargs["number"])
        _, _, report = find_version(visit, year, number)
        return report, number, find_block(report, place.kwargs["block"])
    return find_in_report(visit, parts)


def find_in_report(visit: Visit, parts: SplitResult) -> tuple[Node, int, Node]:
    """Return the last version of the report at an address, and the block that its end names."""
    _, history = find_history(visit, unquote(parts.path))
    current = history["version"]
    if current is None:
        raise Http404
    _, _, report = find_version(visit, history["year"], current["number"])
    return report, current["number"], find_by_anchor(report["body"], unquote(parts.fragment))


def find_by_anchor(body: list[Node], anchor: str) -> Node:
    """Return the block of this id, or the first chart or table of the section so called."""
    section = None
    for block in body:
        is_heading = block["__typename"] == "HeadingBlock"
        if is_heading and section and block["level"] <= section["level"]:
            break
        if is_heading and anchor and anchor in (block["id"], block["anchor"], *block["oldAnchors"]):
            section = block
        is_named = block["id"] == anchor or section is not None
        if is_named and block["__typename"] in EMBEDDABLE:
            return block
    raise Http404
