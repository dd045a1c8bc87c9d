"""Builds the content of a version: the canonical JSON of a report, which is hashed.

    {"body": {"blocks": […], "schema": 1}, "report": {"title": "…", …}, "schema": 1}

References have public ids, and only public targets are named. Two databases that differ only in
hidden content therefore give the same bytes.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body, select_blocks
from reports.content.visibility.perspective import Perspective
from reports.core.document import Document
from reports.core.document.canonical import dump_document
from reports.core.document.confirmed_references import keep_confirmed_references
from reports.core.document.public_ids import (
    link_to_public_id,
    replace_html,
    replace_in_html,
    replace_row_ids,
)
from reports.core.text.rich_text import collect_linked_rows
from reports.publishing.cited_figures import build_citation_filter
from reports.publishing.versions.public_fields import PLAIN_FIELDS, describe_optional_fields
from reports.publishing.versions.stored_bytes import dump_json
from reports.publishing.versions.surroundings import (
    Surroundings,
    collect_surroundings,
    list_files,
)

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class VersionContent:
    """The data that a version stores: the hashed content, its surroundings, and its files."""

    content: bytes
    surroundings: bytes
    files: frozenset[tuple[str, str, str]]


def build_content(page: AnnualReportPage, perspective: Perspective) -> VersionContent:
    """Return the data that a version of a page stores, as the perspective sees the page."""
    document = select_blocks(page, read_body(page))
    around = collect_surroundings(collect_page_references(page, document), perspective)
    keep_seen = build_citation_filter(page, page.introduction, document, perspective)
    document = replace_html(document, keep_seen)
    document = keep_confirmed_references(document, around.public_id_of)
    document = replace_row_ids(document, around.public_id_of)
    report = dump_json(describe_report(page, around, keep_seen))
    body = dump_document(document)
    content = b'{"body":%b,"report":%b,"schema":%d}' % (body, report, SCHEMA_VERSION)
    beside = {
        "schema": SCHEMA_VERSION,
        "rows": dict(around.rows),
        "first_published_at": page.first_published_at and page.first_published_at.isoformat(),
    }
    return VersionContent(content, dump_json(beside), frozenset(list_files(around.rows)))


def collect_page_references(page: AnnualReportPage, document: Document) -> dict[str, set[Any]]:
    """Return the row ids and keys of everything to which a page refers, by kind."""
    references: dict[str, set[Any]] = defaultdict(set)
    for found in (document.references, collect_linked_rows(page.introduction)):
        for kind, keys in found.items():
            references[kind] |= keys
    if page.source_document_id:
        references["document"].add(page.source_document_id)
    if page.image_id:
        references["picture"].add(page.image_id)
    return references


def describe_report(
    page: AnnualReportPage, around: Surroundings, keep_seen: Callable[[str], str]
) -> dict[str, Any]:
    """Return the fields of a page that readers see, with public ids."""
    link = link_to_public_id(around.public_id_of)
    image = around.public_id_of("picture", page.image_id)
    return {
        **{name: getattr(page, name) for name in PLAIN_FIELDS},
        **describe_optional_fields(page),
        **({"image": image} if image else {}),
        "introduction": replace_in_html(keep_seen(page.introduction), link),
        "source_document": around.public_id_of("document", page.source_document_id),
    }
