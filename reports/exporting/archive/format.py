"""The format `archive`: a report with all its versions, in a BagIt folder."""

from pathlib import Path

from wagtail.models import Site

from reports.archives.writing import write_archive
from reports.exporting.formats import ExportFailed, Format, register
from reports.exporting.public_report import NotPublic
from reports.importing.findings import Refusal
from reports.models import AnnualReportPage
from reports.visibility.perspective import Perspective


def write(year: int, number: int | None, folder: Path) -> list[str]:
    """Write the public report of a year; an archive has all of its versions."""
    if number is not None:
        raise ExportFailed("Une archive a toutes les versions d’un bilan : retirez --version.")
    try:
        write_archive(find_page(year), folder)
    except Refusal as refusal:
        raise ExportFailed(str(refusal)) from refusal
    return []


def find_page(year: int) -> AnnualReportPage:
    """Return the public report of a year on the default site."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    page = Perspective(site).reports().filter(year=year).first() if site else None
    if page is None:
        raise NotPublic(f"Il n’y a pas de bilan {year} que le public puisse lire.")
    return page


def is_export(folder: Path) -> bool:
    """Say whether a folder holds an archive."""
    return (folder / "bagit.txt").is_file() and (folder / "data" / "report.json").is_file()


ARCHIVE = register(
    Format("archive", "toutes ses versions, dans un dossier BagIt", write, is_export)
)
