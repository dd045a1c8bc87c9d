"""The view that reads a clipboard for the editor: returns its blocks, and stores its pictures."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from wagtail.permissions import page_permission_policy

from reports.content.media.permissions import policy_of
from reports.content.models import AnnualReportPage, Picture, ReportIndexPage
from reports.content.models.pages import CURRENCIES, LANGUAGES
from reports.content.storage.stored_file import StorageUnavailable
from reports.core.figures.locale import Locale
from reports.core.refusal import Refusal
from reports.exchange.importing.admin.views import ONE_AT_A_TIME
from reports.exchange.importing.assets import Assets
from reports.exchange.importing.clipboard.bounds import MAX_CLIPBOARD_CHARACTERS, TOO_LARGE
from reports.exchange.importing.clipboard.reading import PastedBlocks
from reports.exchange.importing.clipboard.states import build_states
from reports.exchange.importing.parsing import read_paste_bounded

MAX_WAIT_SECONDS = 20  # seconds that a paste waits for another one
BUSY = "Le serveur lit déjà un autre document. Rien n’a changé : collez de nouveau dans un instant."
UNREACHABLE = "Le stockage des images ne répond pas. Rien n’a changé : collez de nouveau."
UNREADABLE = (
    "Ce qui est copié n’a pas pu être lu. Rien n’a changé : collez une partie à la fois, ou collez "
    "sans mise en forme (Ctrl + Maj + V)."
)
NO_PICTURES = "Vos droits ne permettent pas d’ajouter des images : les blocs d’image restent vides."

logger = logging.getLogger(__name__)


@require_POST
def read_clipboard(request: HttpRequest, page_id: int = 0) -> JsonResponse:
    """Return the blocks that pasted content becomes; with `keep`, also store its pictures.

    Without a page, the content is pasted into a report that has not been saved yet.
    """
    index, year = find_place(request, page_id)
    try:
        html, text = read_part(request, "html"), read_part(request, "text")
        if not ONE_AT_A_TIME.acquire(timeout=MAX_WAIT_SECONDS):
            return refuse(BUSY, 503)
        try:
            pasted = read_paste_bounded(html, text, read_locale(request), year)
            return JsonResponse(answer(request, pasted, index, year), encoder=DjangoJSONEncoder)
        finally:
            ONE_AT_A_TIME.release()
    except Refusal as refusal:
        return refuse(str(refusal), 400)
    except StorageUnavailable:
        return refuse(UNREACHABLE, 503)
    except Exception:  # whatever is copied, the editor is told that it is what cannot be read
        logger.exception("A paste could not be read.")
        return refuse(UNREADABLE, 400)


def answer(
    request: HttpRequest, pasted: PastedBlocks, index: ReportIndexPage, year: int
) -> dict[str, Any]:
    may_add = policy_of(Picture).user_has_permission(request.user, "add")
    is_kept = bool(request.POST.get("keep")) and may_add
    assets = Assets(None, not is_kept, pasted.pictures, uploader=request.user)
    states, lines, more = build_states(pasted, index, year, assets)
    notices = [*pasted.notices, *more]
    if pasted.pictures and not may_add:
        notices.append(NO_PICTURES)
    return {
        "blocks": states,
        "lines": lines,
        "notices": notices,
        "pictures": len(pasted.pictures) if may_add else 0,
    }


def find_place(request: HttpRequest, page_id: int) -> tuple[ReportIndexPage, int]:
    """Return the list of reports and the year of the report that is pasted into."""
    if page_id:
        page = get_object_or_404(AnnualReportPage, pk=page_id)
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return page.get_parent().specific, page.year
    may = page_permission_policy.instances_user_has_permission_for(request.user, "add")
    index = ReportIndexPage.objects.filter(pk__in=may.values("pk")).first()
    if index is None:
        raise PermissionDenied
    return index, 0


def read_part(request: HttpRequest, name: str) -> str:
    """Return a text that was sent as a file, because form fields have a lower limit of size."""
    file = request.FILES.get(name)
    if file is None:
        return ""
    if (file.size or 0) > 2 * MAX_CLIPBOARD_CHARACTERS:  # bytes; most letters of French have one
        raise Refusal(TOO_LARGE.format("5 Mo"))
    return file.read().decode("utf-8", "replace").replace("\0", "")


def read_locale(request: HttpRequest) -> Locale:
    """Return the language and the currency of the form, which may not be saved yet."""
    given = {
        name: request.POST[name]
        for name, known in (("language", LANGUAGES), ("currency", CURRENCIES))
        if request.POST.get(name) in known
    }
    return Locale.from_fields(given)


def refuse(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)
