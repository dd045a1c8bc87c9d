"""System checks of kinds of records whose registration is incomplete."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.core.exceptions import FieldDoesNotExist

from reports.content.models import SearchEntry
from reports.content.models.record_kind import RecordKind, list_kinds, list_models
from reports.content.models.snippet import Snippet


def check_record_kinds(**kwargs: Any) -> list[CheckMessage]:
    """Name the models without a kind, and the kinds that name what does not exist."""
    found: list[CheckMessage] = [
        Error(
            f"{model._meta.label} is a snippet and no kind of records.",
            hint="Decorate it with @record_kind.",
            id="reports.E001",
        )
        for model in apps.get_models()
        if issubclass(model, Snippet) and model not in list_models()
    ]
    for kind in list_kinds():
        found += (Error(message, id="reports.E002") for message in list_faults(kind))
    return found


def list_faults(kind: RecordKind) -> Iterator[str]:
    """Yield what is wrong with the entry of a kind."""
    named = (*kind.columns, *kind.filters, *kind.summary, *kind.required, *kind.printed)
    named = (*named, *kind.searched, *filter(None, [kind.address]))
    for name in dict.fromkeys((kind.key_field, *named)):
        if not has_field(kind.model, name):
            yield f"{kind.label} has no field {name}, which its kind names."
    if kind.searched and kind.name.upper() not in SearchEntry.Kind.names:
        yield f"{kind.label} is searched: SearchEntry.Kind needs {kind.name.upper()}."
    if kind.searched and not has_field(SearchEntry, kind.name):
        yield f"{kind.label} is searched: SearchEntry needs a foreign key {kind.name}."


def has_field(model: type[Any], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
