"""Views that merge two records, undo a merge, and show where a merged record went."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import registry

from reports.content.models.snippet import Snippet
from reports.content.records.kinds import find_named_model, has_permission
from reports.content.records.lookup import find_records
from reports.content.records.merge_description import build_merge_url, describe_merge
from reports.content.records.merging import (
    MERGE,
    Merge,
    MergeRefused,
    may_merge,
    merge_records,
    undo_merge,
)
from reports.content.records.serializers import get_edit_url, get_key, serialize_record
from reports.content.records.views import MAX_QUERY_CHARACTERS, MAX_ROW_ID_DIGITS


def find_model_to_change(request: HttpRequest, kind: str) -> type[Snippet]:
    """Return the model with a name of an address, for those who may change its records."""
    model = find_named_model(kind)
    if model is None or not has_permission(request.user, model, "change", "publish"):
        raise Http404
    return model


def find_record(model: type[Snippet], row: str | None) -> Any:
    """Return the record with a row id that somebody sent. Raises Http404."""
    if not row or not row.isdecimal() or len(row) > MAX_ROW_ID_DIGITS:
        raise Http404
    records: Any = model._default_manager
    found = records.select_related(*model.list_related(), "merged_into")
    record = found.filter(pk=int(row)).first()
    if record is None:
        raise Http404
    return record


def handle_merge(request: HttpRequest, kind: str) -> HttpResponse:
    """Show two records side by side and which one stays; with POST, merge them.

    Without the record that stays, ask for it. Afterwards it leads back to where it was asked for.
    """
    model = find_model_to_change(request, kind)
    sent = request.POST if request.method == "POST" else request.GET
    merged = find_record(model, sent.get("fiche"))
    if not sent.get("garder"):
        return choose_survivor(request, merged)
    merge = Merge(merged, find_record(model, sent["garder"]))
    reasons = merge.list_obstacles(request.user)
    back = get_valid_next_url_from_request(request)
    if request.method == "POST" and not reasons:
        try:
            merge_records(merge.merged, merge.survivor, request.user)
        except MergeRefused as refused:
            reasons = refused.reasons
        else:
            merged_name, survivor_name = merge.quoted_names
            messages.success(request, f"{merged_name} mène maintenant à {survivor_name}.")
            return redirect(back or get_edit_url(merge.survivor))
    context = describe_merge(merge, back) | {"reasons": reasons}
    status = 409 if request.method == "POST" else 200
    return render(request, "reports/records/merge.html", context, status=status)


@require_safe
def choose_survivor(request: HttpRequest, merged: Snippet) -> HttpResponse:
    """Ask with which record one is merged: those that are found by what is typed."""
    query = request.GET.get("q", merged.name).strip()[:MAX_QUERY_CHARACTERS]
    found = [each for each in find_records(type(merged), query) if each.pk != merged.pk]
    choices = [
        {**serialize_record(each), "url": build_merge_url(Merge(merged, each))} for each in found
    ]
    context = {"merged": merged, "query": query, "choices": choices, "back": get_edit_url(merged)}
    return render(request, "reports/records/choose_survivor.html", context)


@require_POST
def undo(request: HttpRequest, kind: str) -> HttpResponse:
    """Have a merged record stand by itself again."""
    merged = find_record(find_model_to_change(request, kind), request.POST.get("fiche"))
    try:
        undo_merge(merged, request.user)
    except MergeRefused as refused:
        messages.error(request, " ".join(refused.reasons))
    else:
        messages.success(request, f"La fusion est défaite : « {merged} » est de nouveau une fiche.")
    return redirect(get_edit_url(merged))


def show_merged(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Show where a merged record went, in the place of its form: nothing of it is edited."""
    if not isinstance(instance, Snippet) or not instance.merged_into_id:
        return None
    entry = registry.get_logs_for_instance(instance).filter(action=MERGE).first()
    survivor = instance.survivor
    context = {
        "merged": instance,
        "key": get_key(instance),
        "survivor": survivor,
        "survivor_key": get_key(survivor),
        "survivor_url": get_edit_url(survivor),
        "kind": instance._meta.model_name,
        "entry": entry,
        "may_undo": may_merge(request.user, instance, survivor),
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "reports/records/merged.html", context, status=status)
