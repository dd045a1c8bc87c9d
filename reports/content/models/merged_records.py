"""Finds the records that were merged into others, and the records that replace them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet, Value
from django.dispatch import Signal

from reports.content.models.record_kind import RecordKind, list_kinds

Survivors = Mapping[tuple[str, Any], Any]
"""The key of a survivor by the kind and the key of a record that was merged into it: row ids by row
ids, public keys by public keys."""

records_merged = Signal()
"""Sent in the transaction in which one record was merged into another, or is one of its own again.

Its arguments are the two `records`.
"""


def load_survivors(*kinds: RecordKind) -> dict[tuple[str, Any], Any]:
    """Return the survivors of all merged records of some kinds, or of every kind. One statement."""
    first, *others = (select_survivors(kind) for kind in kinds or list_kinds())
    found: dict[tuple[str, Any], Any] = {}
    for name, row, survivor, key, survivor_key in first.union(*others, all=True):
        found |= {(name, row): survivor, (name, key): survivor_key}
    return found


def select_survivors(kind: RecordKind) -> QuerySet[Any, Any]:
    """Return the name of a kind with the row id and the key of each merged record and survivor."""
    merged = kind.model._default_manager.exclude(merged_into=None).order_by()
    keys = "pk", "merged_into_id", kind.key_field, f"merged_into__{kind.key_field}"
    return merged.values_list(Value(kind.name), *keys)


def list_unmerged(model: Any) -> QuerySet[Any]:
    """Return the records of a model that were not merged into others."""
    records: QuerySet[Any] = model._default_manager.filter(merged_into=None)
    return records


def group_merged(records: Iterable[Any]) -> dict[Any, list[Any]]:
    """Return the records that were merged into each of some records, by name.

    One statement reads those of a model.
    """
    found: dict[Any, list[Any]] = {record: [] for record in records}
    for model in {type(record) for record in found}:
        rows = {record.pk: record for record in found if type(record) is model}
        for merged in model._default_manager.filter(merged_into__in=rows):
            found[rows[merged.merged_into_id]].append(merged)
    return found
