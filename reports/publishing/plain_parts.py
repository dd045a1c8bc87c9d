"""Parts of a report that its last PDF has as plain text, because they could not be set in type."""

from typing import Any

from reports.content.models import AnnualReportPage
from reports.publishing.models import ReportPdf, ReportVersion


def find_plain_parts(page: AnnualReportPage) -> tuple[str, ...]:
    """Return what the PDF of the last version of a report has as plain text, and says the same now.

    Whoever has mended a block since is not asked about it again.
    """
    pdfs = ReportPdf.objects.filter(version__report_key=page.translation_key).exclude(plain=[])
    pdf = pdfs.order_by("-version__number").first()
    newer = ReportVersion.objects.filter(report_key=page.translation_key)
    if pdf is None or newer.filter(number__gt=pdf.version.number).exists():
        return ()
    public = AnnualReportPage.objects.get(pk=page.pk)
    said = index_parts(public)
    now = index_parts(page)
    return tuple(part for part in pdf.plain if said.get(part, said) == now.get(part, now))


def index_parts(page: AnnualReportPage) -> dict[str, Any]:
    """Return what a report says by the id of each block, and what its introduction does."""
    blocks = {block["id"]: block["value"] for block in page.body.raw_data if block.get("id")}
    return blocks | {"introduction": page.introduction}
