"""JSON views for the record widgets: search, creation, names, duplicates, and one record."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_http_methods

from reports.content.models import Term
from reports.content.models.snippet import Snippet
from reports.content.records.creation import Refusal, create_record, list_fields, propose_key
from reports.content.records.kinds import can_choose, find_named_model, has_permission
from reports.content.records.lookalikes import Lookalikes
from reports.content.records.lookup import find_records
from reports.content.records.merge_description import build_merge_url
from reports.content.records.merging import Merge, may_merge
from reports.content.records.serializers import serialize_record
from reports.content.records.visible_uses import list_visible_uses

MAX_QUERY_CHARACTERS = 200  # characters that are looked for
MAX_LOOKALIKES = 5
MAX_ROW_ID_DIGITS = 18


def refuse(message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": message}, status=status)


def with_model(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the model of a kind, for those who may choose among its records."""

    @wraps(view)
    def view_of_kind(request: HttpRequest, kind: str, **kwargs: Any) -> HttpResponse:
        model = find_named_model(kind)
        if model is None:
            return refuse(f"Genre de fiche inconnu : {kind}.", 404)
        if not can_choose(request.user, model):
            return refuse("Vous n’avez pas accès à ces fiches.", 403)
        return view(request, model, **kwargs)

    return view_of_kind


@require_http_methods(["GET", "POST"])
@with_model
def handle_records(request: HttpRequest, model: type[Snippet]) -> HttpResponse:
    """Find what `q` says (GET), or make a record (POST)."""
    return (
        make_record(request, model) if request.method == "POST" else search_records(request, model)
    )


def search_records(request: HttpRequest, model: type[Snippet]) -> JsonResponse:
    """Return the nearest records, and what a new one would be asked, where one may be made."""
    query = request.GET.get("q", "").strip()[:MAX_QUERY_CHARACTERS]
    answer: dict[str, Any] = {
        "records": [serialize_record(record) for record in find_records(model, query)]
    }
    if query and has_permission(request.user, model, "add"):
        answer["create"] = {
            "fields": list_fields(model),
            "key": propose_key(model, query),
            "key_field": model.key_field,
        }
    return JsonResponse(answer)


def make_record(request: HttpRequest, model: type[Snippet]) -> JsonResponse:
    if not has_permission(request.user, model, "add"):
        return refuse("Vous ne pouvez pas créer de fiche de ce genre.", 403)
    try:
        record = create_record(model, request.POST, request.user, bool(request.POST.get("anyway")))  # type: ignore[arg-type]
    except Refusal as refusal:
        existing = [serialize_record(record) for record in refusal.existing]
        status = 409 if existing else 400
        return JsonResponse({"errors": refusal.errors, "existing": existing}, status=status)
    return JsonResponse({"record": serialize_record(record)}, status=201)


@require_GET
@with_model
def list_names(request: HttpRequest, model: type[Snippet]) -> JsonResponse:
    """Return `[{"key", "name"}]` of every record of a kind, by name.

    The key of one that was merged into another has the name of that, and says so: it is shown where
    it stands, and not proposed.
    """
    name = Coalesce("merged_into__name", "name")
    found = model._default_manager.values_list(model.key_field, name, "merged_into")
    names = [
        {"key": key, "name": name, **({"merged": True} if merged else {})}
        for key, name, merged in found
    ]
    return JsonResponse(names, safe=False)


@require_GET
@with_model
def list_lookalikes(request: HttpRequest, model: type[Snippet]) -> JsonResponse:
    """Return the records that may be the one whose name and website somebody types."""
    row, name, address = (request.GET.get(each, "") for each in ("fiche", "nom", "site"))
    known = Lookalikes.load(model)
    found = known.find(name[:MAX_QUERY_CHARACTERS], address[:MAX_QUERY_CHARACTERS])
    record = (
        known.by_key.get(int(row)) if row.isdecimal() and len(row) <= MAX_ROW_ID_DIGITS else None
    )
    records = [
        {**serialize_record(each), "merge": find_merge_url(record, each, request.user)}
        for each in found
        if str(each.pk) != row
    ]
    return JsonResponse({"records": records[:MAX_LOOKALIKES]})


def find_merge_url(record: Snippet | None, other: Snippet, user: Any) -> str:
    """Return where a stored record is merged with another one, for those who may."""
    if record is None or not may_merge(user, record, other):
        return ""
    return build_merge_url(Merge(record, other).keeping_public)


@require_GET
def list_definitions(request: HttpRequest) -> HttpResponse:
    """Return `{"terms": [{"name", "definition"}]}` of the terms that have a definition."""
    if not can_choose(request.user, Term):
        return refuse("Vous n’avez pas accès à ces fiches.", 403)
    terms = Term.objects.exclude(definition="").values("name", "definition")
    return JsonResponse({"terms": list(terms)})


@require_GET
@with_model
def show_record(request: HttpRequest, model: type[Snippet], key: str) -> JsonResponse:
    """Return the record, its uses, and what the report of the year before `annee` said of it."""
    of_key = {model.key_field: key if key.isprintable() else ""}
    record = model._default_manager.select_related(*model.list_related()).filter(**of_key).first()
    if record is None:
        return refuse("Cette fiche n’existe plus.", 404)
    year = request.GET.get("annee", "")
    last = int(year) - 1 if year.isdecimal() and len(year) <= 4 else 0
    (known,) = list_visible_uses([record], request.user, last)  # type: ignore[arg-type]
    context = {"about": known, "last": last}
    html = render_to_string("reports/records/beside.html", context, request)
    return JsonResponse(
        {"record": serialize_record(record), "summary": known.summary, "html": html}
    )
