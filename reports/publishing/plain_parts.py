"""Finds the blocks that are plain text in a report's last PDF, as they could not be typeset."""

from typing import Any

from reports.content.models import AnnualReportPage
from reports.publishing.models import ReportPdf, ReportVersion


def find_plain_parts(page: AnnualReportPage) -> tuple[str, ...]:
    """Return the blocks that are plain text in the last PDF and have not changed since.

    A block that was edited meanwhile is not reported again.
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
    """Return the stored value of each block by its id, and the introduction."""
    blocks = {block["id"]: block["value"] for block in page.body.raw_data if block.get("id")}
    return blocks | {"introduction": page.introduction}
