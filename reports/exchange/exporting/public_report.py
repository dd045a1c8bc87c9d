"""Reads a public report, as it is today or in an old version, in one form for all exports."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.files.storage import default_storage

from reports.content.models import AnnualReportPage
from reports.content.visibility.perspective import Perspective
from reports.core.document import Document
from reports.core.document.canonical import upgrade_document
from reports.core.document.confirmed_references import keep_confirmed_references
from reports.core.document.public_ids import replace_html, replace_in_html
from reports.core.figures.locale import Locale
from reports.exchange.exporting.hidden import drop_hidden, keep_visible_link
from reports.exchange.importing.tree import find_site
from reports.publishing.cited_figures import build_citation_filter
from reports.publishing.models import ReportVersion
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.content import build_content
from reports.publishing.versions.hidden_rows import list_hidden


class NotPublic(Exception):
    """Raised when the public cannot read a report or version; the message is a French sentence."""


@dataclass(frozen=True)
class PublicReport:
    """A report as the public sees it, with public ids for all that it refers to.

    `fields` are those of the page, `rows` the public columns of what it refers to, by kind.
    """

    year: int
    fields: Mapping[str, Any]
    document: Document
    rows: Mapping[str, list[dict[str, Any]]]

    def find_row(self, kind: str, public_id: str) -> dict[str, Any] | None:
        rows = self.rows.get(kind, ())
        return next((row for row in rows if row["public_id"] == public_id), None)

    def read_file(self, kind: str, public_id: str) -> tuple[str, bytes] | None:
        """Return the name and the content of a picture or document; None where it is gone."""
        row = self.find_row(kind, public_id)
        if row is None or not row["file"] or not default_storage.exists(row["file"]):
            return None
        with default_storage.open(row["file"]) as file:
            return row["file"], file.read()


def read_public_report(year: int, number: int | None = None, site_name: str = "") -> PublicReport:
    """Return the public report of a year on a site, or one version of it.

    Raises `NotPublic` for a report or version that the public cannot read. What is hidden now is
    left out, even from an old version.
    """
    page, perspective = find_public_page(year, site_name)
    if number is None:
        built = build_content(page, perspective)
        content, around = built.content, built.surroundings
    else:
        version = find_version(page, number)
        digests = [str(version.content_id), str(version.surroundings_id)]
        content, around = map(stored_bytes.load(digests).__getitem__, digests)
    report = decode(year, content, around)
    introduction = report.fields["introduction"]
    keep_seen = build_citation_filter(page, introduction, report.document, perspective)
    fields = {**report.fields, "introduction": keep_seen(introduction)}
    document = replace_html(report.document, keep_seen)
    return hide(replace(report, document=document, fields=fields), perspective)


def find_public_page(year: int, site_name: str = "") -> tuple[AnnualReportPage, Perspective]:
    """Return the public report of a year on a site, and how the public sees that site.

    That is the default one if none is named. Raises `NotPublic`, and Refusal for the site.
    """
    site = find_site(site_name)
    perspective = Perspective(site) if site else None
    page = perspective.reports().filter(year=year).first() if perspective else None
    if page is None or perspective is None:
        raise NotPublic(
            f"Il n’y a pas de bilan {year} que le public puisse lire ; un brouillon ne s’exporte "
            "pas."
        )
    return page, perspective


def find_version(page: AnnualReportPage, number: int) -> ReportVersion:
    version = ReportVersion.objects.filter(report_key=page.translation_key, number=number).first()
    if version is None:
        raise NotPublic(f"Le bilan {page.year} n’a pas de version {number}.")
    if version.withdrawn_at is not None:
        raise NotPublic(
            f"La version {number} du bilan {page.year} a été retirée le "
            f"{version.withdrawn_at:%d/%m/%Y} : elle n’a plus de contenu à exporter."
        )
    return version


def decode(year: int, content: bytes, around: bytes) -> PublicReport:
    held = json.loads(content)
    rows = json.loads(around)["rows"]
    document = upgrade_document(held["body"], Locale.from_stored(held["report"]))
    return PublicReport(year, held["report"], document, rows)


def hide(report: PublicReport, perspective: Perspective) -> PublicReport:
    """Return the report without what is hidden now; printed words stay."""
    hidden = list_hidden(report.rows, perspective)
    if not hidden:
        return report
    fields = dict(report.fields)
    fields["introduction"] = replace_in_html(fields["introduction"], keep_visible_link(hidden))
    for name, kind in (("image", "picture"), ("source_document", "document")):
        if (kind, fields.get(name)) in hidden:
            fields[name] = None
    rows = {
        kind: [row for row in listed if (kind, row["public_id"]) not in hidden]
        for kind, listed in report.rows.items()
    }
    document = drop_hidden(report.document, hidden)
    document = keep_confirmed_references(
        document, lambda kind, key: None if (kind, key) in hidden else key
    )
    return replace(report, fields=fields, document=document, rows=rows)
