"""Making the PDF of a version, unless there is one that says what readers may see."""

from cms.pdf import kept_pdfs, notices
from cms.pdf.material import Material, read_material
from cms.pdf.process import NotSet
from reports.content.models import AnnualReportPage, FileFailure
from reports.publishing.models import ReportPdf, ReportVersion
from reports.publishing.versions.recording import find_site


class Incomplete(Exception):
    """A PDF was made, and says all that can be said today: a drawing is missing."""


def find_material(version: ReportVersion) -> Material | None:
    """Return what the PDF of a version is made of; None where the public may not read it."""
    page = AnnualReportPage.objects.filter(
        translation_key=version.report_key, live=True, alias_of=None
    ).first()
    site = find_site(page) if page else None
    if page is None or site is None:
        return None
    return read_material(site, page.year, version.number)


def make_pdf(version: ReportVersion) -> bool:
    """Make the PDF of a version, unless there is one that says the same; return whether it did.

    One that nobody may read is deleted. Raises what the storage raises, and `Interrupted`, after
    which another try may succeed. Raises `NotSet`: it is noted then that this program can make
    nothing of this. Raises `Incomplete` where there is a PDF that should be made again later.
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
    """Make a PDF and keep it. What goes wrong is noted, and raised."""
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
    """Say whether a PDF says what readers may see of its version now; None is right for nothing."""
    material = find_material(version)
    return known is None if material is None else says_the_same(material, known)


def says_the_same(material: Material, known: ReportPdf | None) -> bool:
    """Say whether a PDF was made of this, or could not be made of it by the program of today."""
    if known is None:
        return False
    return known.sha256 == (material.sha256 if known.name else material.refused_sha256)
