"""A record as the editor shows it: its name, a line about it, and what a report would print."""

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse

from reports.models.snippets import Snippet

# Model -> fields of the record that are printed, by the name that blocks give them.
PRINTED = {
    "service": {"name": "name", "mission": "mission", "url": "url"},
    "incubator": {"name": "name", "owner": "owner"},
    "term": {"name": "name"},
}
DRAFT = "brouillon"


def serialize_record(record: Snippet) -> dict[str, Any]:
    """Return what the widgets show of a record; no statement where its `beside` is loaded."""
    printed = PRINTED.get(str(record._meta.model_name), {})
    return {
        "id": record.pk,
        "key": get_key(record),
        "name": record.name,
        "line": describe_record(record),
        "edit": get_edit_url(record),
        "printed": {name: getattr(record, field) for name, field in printed.items()},
    }


def get_key(record: Snippet) -> str:
    """Return what tables, frontends and addresses know the record by."""
    return str(getattr(record, record.key_field))


def describe_record(record: Snippet) -> str:
    """Return a line such as « a-just · Accélération · Incubateur de la justice · brouillon »."""
    words = [get_key(record)]
    match record._meta.model_name:
        case "service":
            words += [record.get_phase_display(), str(record.incubator or "")]
        case "incubator":
            words.append(record.owner)
        case "indicator":
            words.append(record.unit)
        case "fundinground":
            words.append(str(record.year or ""))
    return " · ".join(filter(None, [*words, "" if record.live else DRAFT]))


def get_edit_url(record: Snippet) -> str:
    """Return the address of the record's form in the admin."""
    viewset = type(record).snippet_viewset
    return reverse(viewset.get_url_name("edit"), args=[quote(record.pk)])
