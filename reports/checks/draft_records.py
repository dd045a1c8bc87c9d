"""Finds the draft records that a document refers to, and decides which are published with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils import timezone

from reports.content.models.snippet import Snippet
from reports.content.records.publishing import may_publish_records
from reports.content.records.references import find_references
from reports.core.document import Document

Key = tuple[type[Snippet], int | str]
"""A model, and the row id or the public key by which a document names one of its records."""


def find_drafts(document: Document) -> dict[Key, Snippet]:
    """Return the drafts that a document refers to, by each of their keys.

    For a record that was merged into another, the keys lead to the record that remains.
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


@dataclass(frozen=True)
class RecordPlan:
    """The draft records of a report, grouped by what its publication does with them."""

    published: list[Snippet] = field(default_factory=list)
    barred: list[Snippet] = field(default_factory=list)
    """Those that the user may not publish."""
    withheld: list[Snippet] = field(default_factory=list)
    """Those for which somebody decided otherwise: withdrawn, or with an hour of their own."""


_embargoes: list[Callable[[Snippet], bool]] = []


def register_embargo(is_held: Callable[[Snippet], bool]) -> None:
    """Have `is_held` asked whether a draft waits for an hour that its row does not know."""
    _embargoes.append(is_held)


def plan_records(document: Document, user: Any) -> RecordPlan:
    """Say what becomes of the drafts that a document refers to if a user publishes it."""
    plan = RecordPlan()
    for record in list_drafts(document):
        if record.first_published_at or has_own_hour(record):
            plan.withheld.append(record)
        elif may_publish_records(user, type(record)):
            plan.published.append(record)
        else:
            plan.barred.append(record)
    return plan


def has_own_hour(record: Snippet) -> bool:
    """Return whether a draft becomes public at an hour that is still to come."""
    if record.go_live_at and record.go_live_at > timezone.now():
        return True
    return any(is_held(record) for is_held in _embargoes)


def list_drafts(document: Document) -> list[Snippet]:
    """Return the drafts that a document refers to, each once."""
    records = {(type(each), each.pk): each for each in find_drafts(document).values()}
    return list(records.values())


def list_publishable(document: Document, user: Any) -> list[Snippet]:
    """Return the drafts that a document refers to and that a user may publish by hand."""
    return [each for each in list_drafts(document) if may_publish_records(user, type(each))]


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
