"""The view that lists the passages to replace, or returns the changed blocks."""

import json
from collections.abc import Callable, Container
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from wagtail.permissions import page_permission_policy

from reports.authoring.replacements.collector import Collector, Find
from reports.authoring.replacements.draft import PostedDraft
from reports.authoring.replacements.query import Query, Refused
from reports.checks.rule import RULES
from reports.content.models import AnnualReportPage
from reports.core.text.edits import Fix

UNKNOWN = "Ce contrôle ne sait pas corriger lui-même. Rien n’a changé."
UNREADABLE = "La demande n’a pas pu être lue. Rien n’a changé\u00a0: recommencez."


@require_POST
def replace_words(request: HttpRequest, page_id: int = 0) -> JsonResponse:
    """Answer with the passages that would be replaced in the posted form.

    With `chosen`, a JSON list of keys, answer with the blocks in which these are replaced.
    """
    return answer_about_form(request, find_page(request, page_id), make_collector)


def answer_about_form(
    request: HttpRequest,
    page: AnnualReportPage,
    make: Callable[[QueryDict, PostedDraft, Container[str]], Collector],
) -> JsonResponse:
    """Answer with what a collector finds in the posted form, or with what is chosen of it."""
    posted = request.POST
    try:
        draft = PostedDraft.from_form(page, posted, request.FILES)
        chosen = read_chosen(posted["chosen"]) if "chosen" in posted else None
        made = draft.answer(make(posted, draft, chosen or ()), chosen)
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)
    return JsonResponse(made, encoder=DjangoJSONEncoder)


def find_page(request: HttpRequest, page_id: int) -> AnnualReportPage:
    """Return the latest draft of a report that the user may edit, or a new one without an id."""
    if not page_id:
        if not page_permission_policy.user_has_permission(request.user, "add"):
            raise PermissionDenied
        return AnnualReportPage()
    page = get_object_or_404(AnnualReportPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page.get_latest_revision_as_object()


def make_collector(posted: QueryDict, draft: PostedDraft, chosen: Container[str]) -> Collector:
    """Return the collector of what a search or the fix of a rule changes; a fix no figures."""
    if code := posted.get("rule", ""):
        rule = RULES.get(code)
        if rule is None or rule.fix is None:
            raise Refused(UNKNOWN)
        return Collector(find_native(rule.fix), False, chosen)
    query = Query(
        posted.get("find", ""),
        posted.get("replacement", ""),
        with_accents="accents" in posted,
        with_case="case" in posted,
        whole_words="whole" in posted,
    )
    return Collector(lambda text, native: query.find(text), True, chosen)


def find_native(fix: Fix) -> Find:
    """Return the function that finds what a rule's fix changes in words of the report's
    language.
    """
    return lambda text, native: fix(native)


def read_chosen(text: str) -> set[str]:
    try:
        chosen: Any = json.loads(text)
    except (ValueError, RecursionError):
        chosen = None
    if not isinstance(chosen, list) or not all(isinstance(key, str) for key in chosen):
        raise Refused(UNREADABLE)
    return set(chosen)
