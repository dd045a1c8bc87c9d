"""Collects public pictures and documents for an archive: their metadata and file names."""

from typing import Any

from reports.content.visibility.perspective import Perspective
from reports.exchange.archives.archive import Row
from reports.publishing.versions.public_fields import KINDS, RENDITION

RENDITION_FIELDS = ("filter_spec", "file", "width", "height")


def collect_pictures(keys: set[str], perspective: Perspective) -> list[Row]:
    """Return the pictures of these keys that may be seen, with their public renditions."""
    rows = KINDS["picture"].fetch_visible(perspective, key=keys) if keys else []
    renditions: dict[int, list[Row]] = {row.pk: [] for row in rows}
    for each in RENDITION.fetch_visible(perspective, image=set(renditions)) if rows else ():
        encoded = RENDITION.encode(each)
        renditions[each.image_id].append({name: encoded[name] for name in RENDITION_FIELDS})
    for listed in renditions.values():
        listed.sort(key=lambda rendition: str(rendition["filter_spec"]))
    return sort([{**describe("picture", row), "renditions": renditions[row.pk]} for row in rows])


def collect_documents(keys: set[str], perspective: Perspective) -> list[Row]:
    """Return the documents of these keys that may be seen."""
    rows = KINDS["document"].fetch_visible(perspective, key=keys) if keys else []
    return sort([describe("document", row) for row in rows])


def describe(kind: str, row: Any) -> Row:
    described = KINDS[kind].encode(row)
    del described["id"]
    return described


def sort(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row["key"]))
