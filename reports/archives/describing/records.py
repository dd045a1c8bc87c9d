"""Records as archives hold them: their public columns, by their keys."""

from collections.abc import Mapping
from typing import Any

from reports.archives.archive import Row
from reports.publication.versions.public_fields import KINDS
from reports.visibility.perspective import Perspective

RECORDS = ("service", "incubator", "indicator", "funding_round", "term")
"""The kinds of records; those that others refer to come after them."""


def collect_records(
    wanted: Mapping[str, set[str]], perspective: Perspective
) -> dict[str, list[Row]]:
    """Return the records of these keys that may be seen, by kind and in the order of keys."""
    services = fetch("service", perspective, slug=wanted.get("service", set()))
    shown = {row.incubator_id for row in services} - {None}
    incubators = fetch("incubator", perspective, slug=wanted.get("incubator", set()), pk=shown)
    keys = {row.pk: row.slug for row in incubators}
    found = {"service": services, "incubator": incubators}
    for kind in RECORDS[2:]:
        found[kind] = fetch(kind, perspective, **{KINDS[kind].key: wanted.get(kind, set())})
    return {kind: describe_rows(kind, rows, keys) for kind, rows in found.items()}


def fetch(kind: str, perspective: Perspective, **keys: Any) -> list[Any]:
    given = {column: values for column, values in keys.items() if values}
    return KINDS[kind].fetch_visible(perspective, **given) if given else []


def describe_rows(kind: str, rows: list[Any], incubators: Mapping[int, str]) -> list[Row]:
    described = [describe_record(kind, row, incubators) for row in rows]
    return sorted(described, key=lambda row: row[KINDS[kind].key])


def describe_record(kind: str, row: Any, incubators: Mapping[int, str]) -> Row:
    """Return the public columns of a record; of its incubator the key, if it may be seen."""
    described = KINDS[kind].encode(row)
    del described["id"]
    if "incubator_id" in described:
        described["incubator"] = incubators.get(described.pop("incubator_id"))
    return described
