"""Refuses the deletion of a record that is in use, in the admin and by code."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, ProtectedError
from django.db.models.signals import pre_delete
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reports.content.models.record_kind import list_models
from reports.content.models.snippet import Snippet
from reports.content.records.uses import find_uses
from reports.content.records.visible_uses import list_visible_uses


def refuse_deletion(sender: type[Snippet], instance: Snippet, **kwargs: Any) -> None:
    """Refuse any deletion by code while a report, live or draft, or a service uses the record."""
    ((_, its),) = find_uses([instance])
    if its:
        where = [*map(str, its.reports), *(f"service « {service} »" for service in its.services)]
        message = f"« {instance} » ne peut pas être supprimé : {', '.join(where)} s’en sert."
        protected: set[Model] = {*(use.report for use in its.reports), *its.services}
        raise ProtectedError(message, protected)


def before_delete(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """Show where the records are used, whether one or many were to go: then none goes."""
    records = [instance for instance in instances if isinstance(instance, Snippet)]
    used = [found for found in list_visible_uses(records, request.user) if found.is_used]  # type: ignore[arg-type]
    if not used:
        return None
    return render(request, "reports/records/refused.html", {"used": used}, status=409)


def connect() -> None:
    """Have Django ask before it deletes a record."""
    for model in list_models():
        pre_delete.connect(refuse_deletion, sender=model, dispatch_uid=f"reports.used.{model}")
