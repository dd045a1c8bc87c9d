"""What the widgets ask of records: to find one, to make one, and what is known of one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_http_methods

from reports.models.snippets import Snippet
from reports.records.about import about
from reports.records.creation import Refusal, create, fields, proposed
from reports.records.described import described
from reports.records.finding import find
from reports.records.kinds import KINDS, allowed, may_choose

LONGEST = 200  # characters that are looked for


def refused(message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": message}, status=status)


def of_kind(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives a view the model of a kind, for those who may choose among its records."""

    @wraps(view)
    def asked(request: HttpRequest, kind: str, **kwargs: Any) -> HttpResponse:
        model = KINDS.get(kind)
        if model is None:
            return refused(f"Genre de fiche inconnu : {kind}.", 404)
        if not may_choose(request.user, model):
            return refused("Vous n’avez pas accès à ces fiches.", 403)
        return view(request, model, **kwargs)

    return asked


@require_http_methods(["GET", "POST"])
@of_kind
def records(request: HttpRequest, model: type[Snippet]) -> HttpResponse:
    """GET finds what `q` says; POST makes a record."""
    return make(request, model) if request.method == "POST" else search(request, model)


def search(request: HttpRequest, model: type[Snippet]) -> JsonResponse:
    """The nearest records, and what a new one would be asked, where one may be made."""
    asked = request.GET.get("q", "").strip()[:LONGEST]
    answer: dict[str, Any] = {"records": [described(record) for record in find(model, asked)]}
    if asked and allowed(request.user, model, "add"):
        answer["create"] = {
            "fields": fields(model),
            "key": proposed(model, asked),
            "key_field": model.key_field,
        }
    return JsonResponse(answer)


def make(request: HttpRequest, model: type[Snippet]) -> JsonResponse:
    if not allowed(request.user, model, "add"):
        return refused("Vous ne pouvez pas créer de fiche de ce genre.", 403)
    try:
        record = create(model, request.POST, request.user, bool(request.POST.get("anyway")))  # type: ignore[arg-type]
    except Refusal as refusal:
        existing = [described(record) for record in refusal.existing]
        status = 409 if existing else 400
        return JsonResponse({"errors": refusal.errors, "existing": existing}, status=status)
    return JsonResponse({"record": described(record)}, status=201)


@require_GET
@of_kind
def names(request: HttpRequest, model: type[Snippet]) -> JsonResponse:
    """`[{"key", "name"}]` of every record of a kind, by name."""
    found = model._default_manager.values_list(model.key_field, "name")
    return JsonResponse([{"key": key, "name": name} for key, name in found], safe=False)


@require_GET
@of_kind
def record(request: HttpRequest, model: type[Snippet], key: str) -> JsonResponse:
    """The record; where it is used, and what the report of the year before `annee` said of it."""
    of_key = {model.key_field: key if key.isprintable() else ""}
    found = model._default_manager.select_related(*model.beside).filter(**of_key).first()
    if found is None:
        return refused("Cette fiche n’existe plus.", 404)
    year = request.GET.get("annee", "")
    last = int(year) - 1 if year.isdecimal() and len(year) <= 4 else 0
    (known,) = about([found], request.user, last)  # type: ignore[arg-type]
    context = {"about": known, "last": last}
    html = render_to_string("reports/records/beside.html", context, request)
    return JsonResponse({"record": described(found), "summary": known.summary, "html": html})
