"""Loads the warnings of the last import of a report, which a rule of the checks repeats."""

from reports.content.models import AnnualReportPage
from reports.exchange.models import ImportRecord


def find_notices(page: AnnualReportPage) -> tuple[str, ...]:
    """Return the notices that were kept with a report, or none if it was never imported."""
    record = ImportRecord.objects.filter(report_id=page.pk).first()
    return tuple(record.warnings) if record else ()
