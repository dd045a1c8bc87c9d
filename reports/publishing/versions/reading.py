"""Reads versions: the report as it was, and its surroundings, with their row ids at that time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime
from wagtail.models import Page

from reports.content.models import AnnualReportPage
from reports.content.visibility.perspective import Perspective
from reports.core.document import Document
from reports.core.document.canonical import upgrade_document
from reports.core.document.public_ids import link_to_row, replace_in_html, replace_public_ids
from reports.core.figures.locale import Locale
from reports.publishing.models import DeletedHidden, ReportVersion
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.public_fields import (
    KINDS,
    PLAIN_FIELDS,
    RENDITION,
    read_optional_fields,
)

CACHE_SIZE = 32  # contents that a process remembers: their bytes never change


@dataclass(frozen=True)
class StoredVersion:
    """A stored version, decoded. Threads share it, so it must not be changed."""

    report: Mapping[str, Any]
    document: Document
    rows: Mapping[str, list[dict[str, Any]]]
    first_published_at: str | None


def read_version(version: ReportVersion) -> StoredVersion:
    """Return the stored data of a version that was not withdrawn."""
    return read_contents(version.content_id, version.surroundings_id)


@lru_cache(CACHE_SIZE)
def read_contents(content: str, surroundings: str) -> StoredVersion:
    stored = stored_bytes.load([content, surroundings])
    held, around = json.loads(stored[content]), json.loads(stored[surroundings])
    rows = around["rows"]
    row_ids = {
        (kind, row["public_id"]): row["id"]
        for kind, listed in rows.items()
        if kind != "rendition"
        for row in listed
    }

    def row_id_of(kind: str, public_id: str) -> int | None:
        return row_ids.get((kind, public_id))

    report = held["report"]
    return StoredVersion(
        {
            **{name: report.get(name) for name in PLAIN_FIELDS},
            **read_optional_fields(report),
            "image_id": row_id_of("picture", report.get("image") or ""),
            "introduction": replace_in_html(report["introduction"], link_to_row(row_id_of)),
            "source_document_id": row_id_of("document", report.get("source_document") or ""),
        },
        replace_public_ids(upgrade_document(held["body"], Locale.from_stored(report)), row_id_of),
        rows,
        around["first_published_at"],
    )


def build_page(
    stored: StoredVersion, version: ReportVersion, live: AnnualReportPage
) -> AnnualReportPage:
    """Return the page as it was, at the report's present place in the tree."""
    first = stored.first_published_at
    return AnnualReportPage(
        pk=live.pk,
        translation_key=live.translation_key,
        url_path=live.url_path,
        live=True,
        first_published_at=parse_datetime(first) if first else None,
        last_published_at=version.published_at,
        **stored.report,
    )


def decode_rows(kind: str, rows: list[dict[str, Any]]) -> list[Any]:
    """Return rows as the models of their kind."""
    known = RENDITION if kind == "rendition" else KINDS[kind]
    return [known.decode(row) for row in rows]


def find_hidden(kind: str, public_ids: set[str], perspective: Perspective) -> set[str]:
    """Return the public ids of a kind that exist but are not public now."""
    seen = fetch_seen(kind, public_ids, perspective)
    return find_existing(kind, public_ids - seen.keys())


def fetch_seen(kind: str, public_ids: set[str], perspective: Perspective) -> dict[str, Any]:
    """Return the rows of a kind that are public now, by their public ids.

    The SQL is compiled only once.
    """
    if kind == "page":
        key = "translation_key"
        seen = perspective.fetch_visible(Perspective.pages, only=(key,), translation_key=public_ids)
    else:
        key = KINDS[kind].key
        seen = KINDS[kind].fetch_stored_visible(perspective, **{key: public_ids})
    return {str(getattr(row, key)): row for row in seen}


def find_existing(kind: str, public_ids: set[str]) -> set[str]:
    """Return those of some public ids that exist now; usually there are none to look up."""
    if not public_ids:
        return set()
    model, key = (
        (Page, "translation_key") if kind == "page" else (KINDS[kind].model, KINDS[kind].key)
    )
    existing = model._default_manager.filter(**{f"{key}__in": public_ids})
    return {str(found) for found in existing.values_list(key, flat=True)}


def deletions(_: Perspective) -> QuerySet[DeletedHidden]:
    return DeletedHidden.objects.all()


def find_deleted_hidden(stored: StoredVersion, perspective: Perspective) -> set[tuple[str, str]]:
    """Return the kinds and public ids of objects that were hidden when they were deleted."""
    keys = {row["public_id"] for rows in stored.rows.values() for row in rows}
    noted = perspective.fetch_visible(deletions, only=("kind", "key"), key=keys) if keys else ()
    return {(row.kind, row.key) for row in noted}
