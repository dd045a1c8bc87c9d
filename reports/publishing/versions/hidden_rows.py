"""Finds rows stored in a version that the public may not see any more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from reports.content.visibility.perspective import Perspective
from reports.publishing.models import DeletedHidden
from reports.publishing.versions.reading import find_hidden

Hidden = frozenset[tuple[str, str]]
"""Kinds and public ids."""


def name_kind(stored: str) -> str:
    """Return the kind whose visibility decides about stored rows: a rendition's is its
    picture's.
    """
    return "picture" if stored == "rendition" else stored


def list_hidden(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], perspective: Perspective
) -> Hidden:
    """Return the rows that are hidden now, or were hidden when they were deleted."""
    keys: dict[str, set[str]] = defaultdict(set)
    for stored, listed in rows.items():
        keys[name_kind(stored)] |= {str(row["public_id"]) for row in listed}
    found: set[tuple[str, str]] = set()
    for kind, public_ids in keys.items():
        if public_ids:
            found |= {(kind, key) for key in find_hidden(kind, public_ids, perspective)}
            deleted = DeletedHidden.objects.filter(kind=kind, key__in=public_ids)
            found |= set(deleted.values_list("kind", "key"))
    return frozenset(found)
