"""Making the PDF of a version, unless there is one that says what readers may see."""

from cms.pdf import kept_pdfs
from cms.pdf.material import Material, read_material
from cms.pdf.process import NotSet
from reports.models import AnnualReportPage, ReportPdf, ReportVersion
from reports.publication.versions.recording import find_site


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
    then that nothing can be made of this.
    """
    material = find_material(version)
    if material is None:
        return kept_pdfs.discard(version)
    if ReportPdf.objects.filter(version=version, sha256=material.sha256).exists():
        return False
    try:
        data = material.build_pdf()
    except NotSet:
        kept_pdfs.keep(version, material.sha256, None)
        raise
    kept_pdfs.keep(version, material.sha256, data)
    return True


def is_current(version: ReportVersion, known: ReportPdf | None) -> bool:
    """Say whether a PDF says what readers may see of its version now; None is right for nothing."""
    material = find_material(version)
    return (material and material.sha256) == (known and known.sha256)
