"""What a runner does with an entry of the kind `pdf`."""

import logging
from typing import Any

from cms.pdf.making import is_current, make_pdf
from cms.pdf.process import NotSet
from cms.pdf.task import ALL, enqueue_version
from reports.models import ReportPdf, ReportVersion
from reports.publication.administrators import write_to_administrators
from reports.publication.outbox import Delivery, Refused

logger = logging.getLogger(__name__)

SUBJECT = "Le PDF du bilan {year} n’a pas pu être fait"
TEXT = (
    "La version {number} du bilan {year} est publiée, mais son PDF n’a pas pu être fait. Les "
    "lecteurs gardent la page et les données. Le journal du serveur dit pourquoi ; après "
    "réparation, « manage.py make_pdfs --again » recommence."
)


def deliver(delivery: Delivery) -> None:
    """Make the PDF of a version, or have those made that are outdated.

    Raises `Refused` where trying again would change nothing.
    """
    if delivery.recipient == ALL:
        enqueue_outdated()
        return
    version = ReportVersion.objects.filter(pk=delivery.payload["version"]).first()
    if version is None:
        raise Refused
    try:
        make_pdf(version)
    except NotSet as error:
        report_failure(version, error)
        raise Refused from error


def enqueue_outdated() -> None:
    """Have those PDFs made that are missing, or are of a last version and say something else now.

    Those of older versions are compared when somebody asks for one: there may be many.
    """
    known = {pdf.version_id: pdf for pdf in ReportPdf.objects.all()}
    last: set[Any] = set()
    for version in ReportVersion.objects.filter(withdrawn_at=None).order_by("-number"):
        is_last = version.report_key not in last
        last.add(version.report_key)
        pdf = known.get(version.pk)
        if (is_last or pdf is None) and not is_current(version, pdf):
            enqueue_version(version)


def report_failure(version: ReportVersion, error: NotSet) -> None:
    """Tell the log why a PDF could not be made, and whoever administers that it could not."""
    logger.error("The PDF of version %s was not made: %s", version.pk, error.reason)
    named = {"year": version.year, "number": version.number}
    write_to_administrators(SUBJECT.format(**named), TEXT.format(**named))
