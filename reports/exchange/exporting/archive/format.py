"""Registers the format `archive`: a report with all its versions, in a BagIt folder."""

from pathlib import Path

from reports.core.refusal import Refusal
from reports.exchange.archives.writing import write_archive
from reports.exchange.exporting.formats import ExportFailed, Format, register
from reports.exchange.exporting.public_report import find_public_page


def write(year: int, number: int | None, folder: Path, site: str) -> list[str]:
    """Write the public report of a year; an archive has all of its versions."""
    if number is not None:
        raise ExportFailed("Une archive a toutes les versions d’un bilan : retirez --version.")
    try:
        page, _ = find_public_page(year, site)
        write_archive(page, folder)
    except Refusal as refusal:
        raise ExportFailed(str(refusal)) from refusal
    return []


def is_export(folder: Path) -> bool:
    """Say whether a folder holds an archive."""
    return (folder / "bagit.txt").is_file() and (folder / "data" / "report.json").is_file()


ARCHIVE = register(
    Format("archive", "toutes ses versions, dans un dossier BagIt", write, is_export)
)
