"""Collects a public report of this database as an `Archive`."""

import json
from collections import defaultdict
from typing import Any

from reports.content.models import AnnualReportPage
from reports.content.models.merged_records import load_survivors
from reports.content.models.page_reading import public_path
from reports.core.refusal import Refusal
from reports.exchange.archives.archive import Archive, ArchivedVersion, Row
from reports.exchange.archives.describing.acknowledgements import collect_acknowledgements
from reports.exchange.archives.describing.media import collect_documents, collect_pictures
from reports.exchange.archives.describing.records import collect_records, list_record_kinds
from reports.exchange.archives.describing.versions import (
    collect_corrections,
    collect_statements,
    collect_versions,
    encode,
)
from reports.exchange.archives.public_body import build_public_body
from reports.publishing.versions.content import build_content
from reports.publishing.versions.recording import find_perspective


def collect_archive(page: AnnualReportPage) -> Archive:
    """Return a report with all that readers see of it. Raises Refusal if they see none of it."""
    perspective = find_perspective(page)
    if perspective is None:
        raise Refusal(f"Le bilan {page.year} n’est pas public : rien de lui ne s’archive.")
    built = build_content(page, perspective)
    content, rows = json.loads(built.content), json.loads(built.surroundings)["rows"]
    versions = collect_versions(page.translation_key, perspective)
    wanted = collect_keys(rows, versions)
    statements = collect_statements(page.translation_key, load_survivors())
    wanted["indicator"] |= {row["indicator"] for row in statements}
    records = collect_records(wanted, perspective)
    public = {row["code"] for row in records["indicator"]}
    row_ids = {(kind, row["public_id"]): row["id"] for kind in rows for row in rows[kind]}
    body = build_public_body(content, lambda kind, key: row_ids.get((kind, key)))
    return Archive(
        page=describe_page(page),
        content=content,
        versions=versions,
        corrections=collect_corrections(page.translation_key),
        statements=[row for row in statements if row["indicator"] in public],
        acknowledgements=collect_acknowledgements(page, body, perspective),
        records=records,
        pictures=collect_pictures(wanted["picture"], perspective),
        documents=collect_documents(wanted["document"], perspective),
    )


def describe_page(page: AnnualReportPage) -> Row:
    """Return what is known of a page beside its content."""
    return {
        "key": str(page.translation_key),
        "path": public_path(page),
        "first_published_at": encode(page.first_published_at),
        "last_published_at": encode(page.last_published_at),
        "show_in_menus": page.show_in_menus,
    }


def collect_keys(
    rows: dict[str, Any], versions: tuple[ArchivedVersion, ...]
) -> dict[str, set[str]]:
    """Return the public ids of all that a report and its versions show, by kind."""
    found: dict[str, set[str]] = defaultdict(set)
    for around in (rows, *(version.rows for version in versions)):
        for kind in (*list_record_kinds(), "picture", "document"):
            found[kind] |= {row["public_id"] for row in around.get(kind, ())}
    return found
