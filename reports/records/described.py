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


def described(record: Snippet) -> dict[str, Any]:
    """What the widgets are told of a record; no statement where its `beside` is loaded."""
    printed = PRINTED.get(str(record._meta.model_name), {})
    return {
        "id": record.pk,
        "key": key_of(record),
        "name": record.name,
        "line": line(record),
        "edit": edit_url(record),
        "printed": {name: getattr(record, field) for name, field in printed.items()},
    }


def key_of(record: Snippet) -> str:
    """What tables, frontends and addresses know the record by."""
    return str(getattr(record, record.key_field))


def line(record: Snippet) -> str:
    """« a-just · Accélération · Incubateur de la justice · brouillon »."""
    told = [key_of(record)]
    match record._meta.model_name:
        case "service":
            told += [record.get_phase_display(), str(record.incubator or "")]
        case "incubator":
            told.append(record.owner)
        case "indicator":
            told.append(record.unit)
        case "fundinground":
            told.append(str(record.year or ""))
    return " · ".join(filter(None, [*told, "" if record.live else DRAFT]))


def edit_url(record: Snippet) -> str:
    viewset = type(record).snippet_viewset
    return reverse(viewset.get_url_name("edit"), args=[quote(record.pk)])
