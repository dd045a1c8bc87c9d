"""Makes the PDF of a version, unless the stored one is up to date."""

from cms.pdf import kept_pdfs, notices
from cms.pdf.material import Material, read_material
from cms.pdf.process import NotSet
from reports.content.models import AnnualReportPage, FileFailure
from reports.publishing.models import ReportPdf, ReportVersion
from reports.publishing.versions.recording import find_site


class Incomplete(Exception):
    """Raised when a PDF was made but has to be made again later, because a drawing is missing."""


def find_material(version: ReportVersion) -> Material | None:
    """Return the material for the PDF of a version; None if the version is not public."""
    page = AnnualReportPage.objects.filter(
        translation_key=version.report_key, live=True, alias_of=None
    ).first()
    site = find_site(page) if page else None
    if page is None or site is None:
        return None
    return read_material(site, page.year, version.number)


def make_pdf(version: ReportVersion) -> bool:
    """Make the PDF of a version unless it is up to date; return whether it was made.

    The PDF of a version that is not public is deleted. Raises errors of the storage; `Interrupted`
    if another try may succeed; `NotSet` if this program cannot make a PDF of this report, which is
    recorded; `Incomplete` if the PDF should be made again later.
    """
    material = find_material(version)
    if material is None:
        return kept_pdfs.discard(version)
    known = ReportPdf.objects.filter(version=version).first()
    is_made = not says_the_same(material, known)
    if is_made:
        keep_pdf(version, material)
    elif known and known.name:
        FileFailure.clear(FileFailure.Kind.PDF, version.pk)
    if not material.is_complete:
        raise Incomplete
    return is_made


def keep_pdf(version: ReportVersion, material: Material) -> None:
    """Make a PDF and store it. Failures are recorded and raised."""
    try:
        made = material.build_pdf()
        kept_pdfs.keep(version, material.sha256, made)
    except NotSet as error:
        kept_pdfs.keep(version, material.refused_sha256, None)
        notices.note_failure(version, error, is_final=True)
        raise
    except Exception as error:  # a compiler that was killed, a storage that is full or gone
        notices.note_failure(version, error)
        raise
    FileFailure.clear(FileFailure.Kind.PDF, version.pk)
    if made.unknown:
        notices.report_unknown(version, material.printout, made.unknown)
    if made.plain:
        notices.report_plain(version, made.plain)


def is_current(version: ReportVersion, known: ReportPdf | None) -> bool:
    """Say whether a PDF agrees with what readers may see of its version now."""
    material = find_material(version)
    return known is None if material is None else says_the_same(material, known)


def says_the_same(material: Material, known: ReportPdf | None) -> bool:
    """Say whether a PDF was made of this, or could not be made of it by the program of today."""
    if known is None:
        return False
    return known.sha256 == (material.sha256 if known.name else material.refused_sha256)
