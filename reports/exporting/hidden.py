"""What a version names and the public may not see any more."""

from collections.abc import Callable, Mapping
from typing import Any

from reports.document import Document
from reports.document.public_ids import Translation, translate
from reports.models import DeletedHidden
from reports.publication.versions.public_fields import KINDS
from reports.publication.versions.reading import find_hidden
from reports.visibility.perspective import Perspective

Hidden = frozenset[tuple[str, str]]
"""Kinds and public ids."""


def list_hidden(rows: Mapping[str, list[dict[str, Any]]], perspective: Perspective) -> Hidden:
    """Return what exists and is hidden now, and what was hidden when it was deleted."""
    found: set[tuple[str, str]] = set()
    for kind in (*KINDS, "page"):
        keys = {row["public_id"] for row in rows.get(kind, ())}
        if keys:
            found |= {(kind, key) for key in find_hidden(kind, keys, perspective)}
            deleted = DeletedHidden.objects.filter(kind=kind, key__in=keys)
            found |= set(deleted.values_list("kind", "key"))
    return frozenset(found)


def keep_visible_link(hidden: Hidden) -> Callable[[str, str], str]:
    """Return the function that gives the id of a link, "" where it is hidden."""
    return lambda kind, key: "" if (kind, key) in hidden else key


def drop_hidden(document: Document, hidden: Hidden) -> Document:
    """Return the document without references and links to what is hidden."""

    def replace_reference(kind: str, key: Any) -> Any:
        return None if (kind, str(key)) in hidden else key

    return translate(document, Translation(replace_reference, keep_visible_link(hidden)))
