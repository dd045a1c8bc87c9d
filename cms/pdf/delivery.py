"""Makes the PDF that an outbox entry of the kind `pdf` asks for; a runner calls it."""

from typing import Any

from cms.pdf import task
from cms.pdf.making import Incomplete, is_current, make_pdf
from cms.pdf.notices import report_failure
from cms.pdf.process import Interrupted, NotSet
from reports.content.models import FileFailure
from reports.publishing.models import ReportPdf, ReportVersion
from reports.publishing.outbox import Delivery, Refused

ALERT_ATTEMPTS = 5  # attempts after which administrators are told: a quarter of an hour
PDFS_PER_DELIVERY = 20  # PDFs that one delivery compares: a second or two


def deliver(delivery: Delivery) -> None:
    """Make the PDF of a version, or enqueue those that are outdated.

    Raises `Refused` if another try would change nothing; after any other error the entry is
    delivered again, later each time.
    """
    if delivery.recipient == task.ALL:
        enqueue_outdated(delivery.payload.get("after", 0))
        return
    waits = "incomplete" in delivery.payload
    pk = delivery.payload["incomplete" if waits else "version"]
    version = ReportVersion.objects.filter(pk=pk).first()
    if version is None:
        FileFailure.clear(FileFailure.Kind.PDF, pk)
        raise Refused
    try:
        make_pdf(version)
    except NotSet as error:
        report_failure(version, error.reason)
        raise Refused from error
    except Interrupted as error:
        if delivery.attempt == ALERT_ATTEMPTS:
            report_failure(version, error.reason)
        raise
    except Incomplete:
        if waits:
            raise
        task.enqueue_completion(version)


def enqueue_outdated(after: int) -> None:
    """Enqueue the PDFs that are missing or outdated, beginning after so many versions.

    Each is compared with an answer of the graph, and there may be many. One delivery compares some,
    the last versions first, and leaves the others to another delivery.
    """
    versions = list_versions()
    compared = versions[after : after + PDFS_PER_DELIVERY]
    known = {pdf.version_id: pdf for pdf in ReportPdf.objects.filter(version__in=compared)}
    for version in compared:
        if not is_current(version, known.get(version.pk)):
            task.enqueue_version(version)
    if after + PDFS_PER_DELIVERY < len(versions):
        task.enqueue_rest(after + PDFS_PER_DELIVERY)


def list_versions() -> list[ReportVersion]:
    """Return the versions that were not withdrawn, the last version of each report first."""
    versions = list(ReportVersion.objects.filter(withdrawn_at=None).order_by("-number", "-pk"))
    last: dict[Any, int] = {}
    for version in versions:
        last.setdefault(version.report_key, version.pk)
    return sorted(versions, key=lambda version: version.pk != last[version.report_key])
