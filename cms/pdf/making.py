"""Making the PDF of a version, unless there is one that says what readers may see."""

from cms.pdf import kept_pdfs, notices
from cms.pdf.material import Material, read_material
from cms.pdf.process import NotSet
from reports.models import AnnualReportPage, ReportPdf, ReportVersion
from reports.publication.versions.recording import find_site


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

    One that nobody may read is deleted. Raises what the storage raises, and `NotSet`: it is noted
    then that nothing can be made of this. Raises `Incomplete` where there is a PDF that should be
    made again later.
    """
    material = find_material(version)
    if material is None:
        return kept_pdfs.discard(version)
    is_made = not ReportPdf.objects.filter(version=version, sha256=material.sha256).exists()
    if is_made:
        keep_pdf(version, material)
    if not material.is_complete:
        raise Incomplete
    return is_made


def keep_pdf(version: ReportVersion, material: Material) -> None:
    """Make a PDF and keep it. Raises `NotSet`, which is noted."""
    try:
        made = material.build_pdf()
    except NotSet:
        kept_pdfs.keep(version, material.sha256, None)
        raise
    kept_pdfs.keep(version, material.sha256, made.data)
    if made.unknown:
        notices.report_unknown(version, material.printout, made.unknown)


def is_current(version: ReportVersion, known: ReportPdf | None) -> bool:
    """Say whether a PDF says what readers may see of its version now; None is right for nothing."""
    material = find_material(version)
    return (material and material.sha256) == (known and known.sha256)
