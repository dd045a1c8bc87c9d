"""The view that lists the conversions of a block, or returns the converted blocks."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from reports.authoring.conversions.offers import list_offers
from reports.authoring.conversions.record_names import RecordNames
from reports.authoring.replacements.admin.views import find_page
from reports.authoring.replacements.draft import GONE, PostedDraft, make_states
from reports.authoring.replacements.query import Refused
from reports.core.conversion.conversion import convert
from reports.core.document.block import BLOCKS, Block
from reports.core.document.body import read
from reports.core.figures.locale import current_locale, use_locale

NOTHING = "Ce bloc ne peut pas être lu autrement."


@require_POST
def convert_block(request: HttpRequest, page_id: int = 0) -> JsonResponse:
    """Answer with the possible conversions of a posted block; with `target`, with its new
    blocks.
    """
    page = find_page(request, page_id)
    try:
        draft = PostedDraft.from_form(page, request.POST, request.FILES)
        with use_locale(draft.locale):
            blocks = find_blocks(draft, request.POST.get("block", ""))
            if "target" in request.POST:
                made = make_blocks(blocks, request.POST["target"])
                return JsonResponse(made, encoder=DjangoJSONEncoder)
            offers = list_offers(blocks)
            if not offers:
                raise Refused(NOTHING)
            return JsonResponse({"label": blocks[0].label, "offers": offers})
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)


def find_blocks(draft: PostedDraft, id: str) -> list[Block]:
    """Return the block with an id, and the block below it."""
    place = next((n for n, raw in enumerate(draft.blocks) if id and raw["id"] == id), None)
    if place is None:
        raise Refused(GONE)
    return list(read(draft.blocks[place : place + 2], current_locale()).blocks)


def make_blocks(blocks: list[Block], target: str) -> dict[str, Any]:
    """Return the converted `blocks` in the form's format, and the ids of their sources."""
    conversion = convert(blocks, target, RecordNames().find)
    if conversion is None:
        raise Refused(GONE)
    stored = [
        {"type": block.stored_type, "id": block.id, "value": block.stored}
        for block in conversion.after
    ]
    return {
        "blocks": make_states(stored),
        "taken": [block.id for block in conversion.before],
        "label": BLOCKS[target].label,
    }
