"""Serializes records for widgets of the admin: name, summary, and the fields that blocks print."""

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse

from reports.content.models.record_kind import find_kind
from reports.content.models.snippet import Snippet

DRAFT = "brouillon"


def serialize_record(record: Snippet) -> dict[str, Any]:
    """Return what the widgets show of a record; no statement where its `beside` is loaded."""
    return {
        "id": record.pk,
        "key": get_key(record),
        "name": record.name,
        "line": describe_record(record),
        "edit": get_edit_url(record),
        "printed": {name: getattr(record, name) for name in find_kind(type(record)).printed},
    }


def get_key(record: Snippet) -> str:
    """Return what tables, frontends and addresses know the record by."""
    return str(getattr(record, record.key_field))


def describe_record(record: Snippet) -> str:
    """Return a line such as « a-just · Accélération · Incubateur de la justice · brouillon »."""
    words = [show_value(record, name) for name in find_kind(type(record)).summary]
    state = "" if record.live else DRAFT
    if record.merged_into_id:
        state = f"fusionnée dans « {record.survivor} »"
    return " · ".join(filter(None, [get_key(record), *words, state]))


def show_value(record: Snippet, name: str) -> str:
    """Return the value of a field in words, empty if it has none; of a record that was merged
    into another, the name of that one.
    """
    field: Any = record._meta.get_field(name)
    if field.choices:
        return str(getattr(record, f"get_{name}_display")())
    value = getattr(record, name)
    return str((value.survivor if isinstance(value, Snippet) else value) or "")


def get_edit_url(record: Snippet) -> str:
    """Return the address of the record's form in the admin."""
    viewset = type(record).snippet_viewset
    return reverse(viewset.get_url_name("edit"), args=[quote(record.pk)])
