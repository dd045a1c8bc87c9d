"""Imports an archive in one transaction, so that all of it is stored or nothing."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Site

from reports.checks.gate import PublicationRefused
from reports.content import process_lock
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.content.visibility.perspective import Perspective
from reports.core.refusal import Refusal
from reports.exchange.archives.archive import Archive
from reports.exchange.archives.bag import OpenBag
from reports.exchange.archives.describing.report import collect_archive
from reports.exchange.archives.outcome import Outcome, demand_free, list_notices
from reports.exchange.archives.reading.archive_reader import read_archive
from reports.exchange.archives.storing.differences import compare
from reports.exchange.archives.storing.files import files_stored
from reports.exchange.archives.storing.media import store_media
from reports.exchange.archives.storing.records import store_records
from reports.exchange.archives.storing.report import RowIds, store_acknowledgements, store_page
from reports.exchange.archives.storing.versions import store_versions
from reports.exchange.importing.tree import find_report_index
from reports.publishing.versions.content import build_content
from reports.publishing.versions.recording import find_site


def import_archive(
    folder: Path, replace: bool = False, dry_run: bool = False, site: str = ""
) -> Outcome:
    """Put the report of an archive into a site, the default one if none is named.

    Raises Refusal, and changes nothing then.
    """
    archive, bag = read_archive(folder)
    with process_lock.hold("archive") as acquired:
        if not acquired:
            raise Refusal("Un autre import d’archive est en cours : attendez qu’il finisse.")
        try:
            if outcome := look_ahead(archive, replace, site):
                return outcome
            if dry_run:
                return save(archive, bag, replace, dry_run, site)
            with files_stored(bag, archive):
                return save(archive, bag, replace, dry_run, site)
        except ValidationError as error:
            raise Refusal(f"{folder.name} : {' '.join(error.messages)}") from error
        except PublicationRefused as error:
            raise Refusal(str(error)) from error


@transaction.atomic
def look_ahead(archive: Archive, replace: bool, site: str) -> Outcome | None:
    """Raise Refusal if the archive cannot be imported, before any file is written.

    Return an outcome if the same report is here already and nothing has to be done.
    """
    index, page = find_place(archive, site)
    outcome = None
    if page is not None and page.live and is_unchanged(archive, page):
        outcome = Outcome(archive.year, f"/{index.slug}/{archive.year}/", "inchangé")
    else:
        demand_free(archive, compare(archive, page, see(index)), replace)
    transaction.set_rollback(True)
    return outcome


@transaction.atomic
def save(archive: Archive, bag: OpenBag, replace: bool, dry_run: bool, site: str) -> Outcome:
    index, page = find_place(archive, site)
    perspective = see(index)
    found = compare(archive, page, perspective)
    demand_free(archive, found, replace)
    path = f"/{index.slug}/{archive.year}/"
    outcome = Outcome(
        archive.year, path, "remplacé" if page else "créé", replaced=found.replaceable
    )
    store_records(archive, found)
    store_media(archive, bag, found)
    outcome.versions = store_versions(archive)
    row_ids = RowIds(perspective)
    report = store_page(archive, page, index, row_ids)
    lost = store_acknowledgements(archive, report)
    if not row_ids.lost_pages:
        demand_same_content(archive, report, perspective)
    outcome.notices = list(list_notices(archive, outcome, len(row_ids.lost_pages), lost))
    if dry_run:
        outcome.status = "simulé"
        transaction.set_rollback(True)
    return outcome


def find_place(archive: Archive, site: str) -> tuple[ReportIndexPage, AnnualReportPage | None]:
    """Return the list of reports of a site, and its report of that year."""
    index = find_report_index(site)
    return index, AnnualReportPage.objects.child_of(index).filter(year=archive.year).first()


def see(index: ReportIndexPage) -> Perspective:
    site = find_site(index)
    assert isinstance(site, Site)
    return Perspective(site)


def is_unchanged(archive: Archive, page: AnnualReportPage) -> bool:
    """Return whether an archive of the local report would be equal to this one."""
    try:
        return collect_archive(page) == archive
    except Refusal:  # it is hidden here
        return False


def demand_same_content(
    archive: Archive, report: AnnualReportPage, perspective: Perspective
) -> None:
    """Raise Refusal where readers would read something else here than the archive says."""
    if json.loads(build_content(report, perspective).content) != archive.content:
        raise Refusal(
            f"report.json : lu puis écrit ici, le bilan {archive.year} ne dirait plus la même "
            "chose ; ce n’est pas ce qu’un export écrit."
        )
