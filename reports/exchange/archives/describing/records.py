"""Collects public records for an archive: their public columns, sorted by key."""

from collections.abc import Mapping
from typing import Any

from reports.content.models.record_kind import RecordKind, list_referrers_first
from reports.content.visibility.perspective import Perspective
from reports.exchange.archives.archive import Row
from reports.publishing.versions.public_fields import KINDS


def list_record_kinds() -> list[str]:
    """Return the names of the kinds of records, each before the kinds to which it refers."""
    return [kind.name for kind in list_referrers_first()]


def collect_records(
    wanted: Mapping[str, set[str]], perspective: Perspective
) -> dict[str, list[Row]]:
    """Return the public records with these keys, by kind and sorted by key.

    The records to which they refer are included. A record that was merged is replaced by the one
    that remains.
    """
    found: dict[RecordKind, list[Any]] = {}
    keys_by_row: dict[RecordKind, dict[int, str]] = {}
    for kind in list_referrers_first():
        keys = {kind.key_field: wanted.get(kind.name, set()), "pk": list_referred(found, kind)}
        pairs = fetch(kind, perspective, **keys)
        found[kind] = [*{survivor.pk: survivor for _, survivor in pairs}.values()]
        keys_by_row[kind] = {row.pk: getattr(survivor, kind.key_field) for row, survivor in pairs}
    return {kind.name: describe_rows(kind, rows, keys_by_row) for kind, rows in found.items()}


def list_referred(found: Mapping[RecordKind, list[Any]], kind: RecordKind) -> set[int]:
    """Return the row ids of a kind that records refer to."""
    return {
        getattr(row, f"{name}_id")
        for other, rows in found.items()
        for name, referred in other.references.items()
        if referred is kind
        for row in rows
    } - {None}


def fetch(kind: RecordKind, perspective: Perspective, **keys: Any) -> list[tuple[Any, Any]]:
    """Return the rows with one of the keys, each with the record that it leads to."""
    given = {column: values for column, values in keys.items() if values}
    return KINDS[kind.name].fetch_survivors(perspective, **given) if given else []


def describe_rows(
    kind: RecordKind, rows: list[Any], keys: Mapping[RecordKind, Mapping[int, str]]
) -> list[Row]:
    described = [describe_record(kind, row, keys) for row in rows]
    return sorted(described, key=lambda row: row[kind.key_field])


def describe_record(
    kind: RecordKind, row: Any, keys: Mapping[RecordKind, Mapping[int, str]]
) -> Row:
    """Return the public columns of a record; of what it refers to the key, if it may be seen."""
    described = KINDS[kind.name].encode(row)
    del described["id"]
    for name, other in kind.references.items():
        described[name] = keys[other].get(described.pop(f"{name}_id"))
    return described
