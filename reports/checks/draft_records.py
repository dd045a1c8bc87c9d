"""The records that a document refers to, and that nobody has published yet."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from reports.content.models import AnnualReportPage
from reports.content.models.record_kind import find_kind
from reports.content.models.snippet import Snippet
from reports.content.records.references import find_references
from reports.core.document import Document

Key = tuple[type[Snippet], int | str]
"""A model, and the row id or the public key by which a document names one of its records."""


def find_drafts(document: Document) -> dict[Key, Snippet]:
    """Return the drafts that a document refers to, by each of their keys.

    Those of a record that was merged into another are keys of that one.
    """
    keys = {(reference.model, reference.key) for reference in find_references(document)}
    found: dict[Key, Snippet] = {}
    for model in {model for model, _ in keys}:
        own = [key for of, key in keys if of is model]
        by_id = Q(pk__in=[key for key in own if isinstance(key, int)])
        by_key = Q(**{f"{model.key_field}__in": [key for key in own if isinstance(key, str)]})
        records: Any = model._default_manager.select_related("merged_into")
        for record in records.filter(by_id | by_key):
            if not record.survivor.live:
                for key in (record.pk, getattr(record, model.key_field)):
                    found[model, key] = record.survivor
    return found


def is_scheduled(draft: AnnualReportPage) -> bool:
    """Return whether a draft becomes public at an hour that is still to come."""
    return draft.go_live_at is not None and draft.go_live_at > timezone.now()


def list_publishable(document: Document, user: Any) -> list[Snippet]:
    """Return the drafts that a document refers to and that a user may publish, each once."""
    records = {(type(each), each.pk): each for each in find_drafts(document).values()}
    return [
        record
        for (model, _), record in records.items()
        if user.has_perm(find_kind(model).get_permission("publish"))
    ]


def find_unpublished(document: Document) -> tuple[tuple[str, str], ...]:
    """Return the names of these drafts, once for each block that refers to them."""
    drafts = find_drafts(document)
    return tuple(
        dict.fromkeys(
            (reference.visit.block.id, drafts[reference.model, reference.key].name)
            for reference in find_references(document)
            if (reference.model, reference.key) in drafts
        )
    )
