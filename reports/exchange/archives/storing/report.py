"""Saves the report of an archive as a live page of this site, with its original dates.

`archives.importing` calls it, and then restores the acknowledgements of findings.
"""

import json
from typing import Any

from django.utils.dateparse import parse_datetime

from reports.checks.check_result import check_latest, check_report
from reports.checks.models import Acknowledgement
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.content.models.publication_context import publication_context
from reports.content.visibility.perspective import Perspective
from reports.core.document.public_ids import link_to_row, replace_in_html
from reports.exchange.archives.archive import Archive
from reports.exchange.archives.describing.acknowledgements import name_finding
from reports.exchange.archives.public_body import build_public_body
from reports.publishing.versions.public_fields import KINDS, PLAIN_FIELDS, read_optional_fields


class RowIds:
    """Looks up row ids in this database by public id. Pages are found only if they are public."""

    def __init__(self, perspective: Perspective) -> None:
        self.perspective = perspective
        self.lost_pages: set[str] = set()

    def find(self, kind: str, public_id: str) -> int | None:
        if kind == "page":
            pages = self.perspective.pages().filter(translation_key=public_id)
            found = pages.values_list("pk", flat=True).first()
            if found is None:
                self.lost_pages.add(public_id)
            return found
        known = KINDS[kind]
        rows = known.model._default_manager.filter(**{known.key: public_id})
        return rows.values_list("pk", flat=True).first()


def store_page(
    archive: Archive, page: AnnualReportPage | None, index: ReportIndexPage, row_ids: RowIds
) -> AnnualReportPage:
    """Save the report of the archive. Its versions are stored before, and none is added."""
    report: Any = page or AnnualReportPage(slug=str(archive.year), live=False)
    set_fields(report, archive, row_ids)
    if page is None:
        index.add_child(instance=report)
    body = build_public_body(archive.content, row_ids.find)
    report.body = json.dumps(body)  # after its birth, at which a page mints ids of its own
    report.live, report.has_unpublished_changes, report.expire_at = True, False, None
    report.expired = False
    with publication_context(is_restoring=True):
        report.save(clean=False)
    revision = report.save_revision(log_action=True, clean=False, changed=False)
    AnnualReportPage.objects.filter(pk=report.pk).update(live_revision=revision)
    report.refresh_from_db()
    return report


def set_fields(report: AnnualReportPage, archive: Archive, row_ids: RowIds) -> None:
    told = archive.content["report"]
    report.translation_key = archive.page["key"]
    for name in PLAIN_FIELDS:
        setattr(report, name, told[name])
    for name, value in read_optional_fields(told).items():
        setattr(report, name, value)
    report.introduction = replace_in_html(told["introduction"], link_to_row(row_ids.find))
    report.image_id = told.get("image") and row_ids.find("picture", told["image"])
    source = told["source_document"]
    report.source_document_id = source and row_ids.find("document", source)
    report.show_in_menus = archive.page["show_in_menus"]
    for name in ("first_published_at", "last_published_at"):
        setattr(report, name, parse_datetime(archive.page[name] or ""))


def store_acknowledgements(archive: Archive, report: AnnualReportPage) -> int:
    """Store the acknowledgements of findings that exist here too; return how many others there are.

    Findings are matched by their words, because fingerprints contain row ids.
    """
    found = {name_finding(finding): finding for finding in check_report(report).found}
    lost = 0
    for row in archive.acknowledgements:
        finding = found.get((row["code"], row["block"], row["finding"]))
        if finding is None:
            lost += 1
            continue
        given, _ = Acknowledgement.objects.update_or_create(
            report=report,
            fingerprint=finding.fingerprint,
            defaults={
                "code": row["code"],
                "finding": row["finding"],
                "reason": row["reason"],
                "by": row["by"],
                "user": None,
            },
        )
        Acknowledgement.objects.filter(pk=given.pk).update(at=parse_datetime(row["at"]))
    check_latest(report)
    return lost
