"""Publishes the two reports of the demonstration from their fixtures.

The report of 2023 is first published with a mistake, so that there is a correction to show.
"""

import json
from pathlib import Path

from django.db import transaction

from reports.checks.check_result import acknowledge_findings, check_latest
from reports.content.models import AnnualReportPage
from reports.content.models.publication_context import publication_context
from reports.content.site_tree import report_index
from reports.demo.fixture import Fixture

YEARS = (2023, 2024)
CORRECTED_YEAR = 2023
RIGHT, WRONG = (f'"figure": "{n}", "after": "investigations ouvertes"' for n in (36, 63))
SENTENCE = "Deux chiffres étaient inversés (une erreur faite exprès, pour montrer une correction)."
REASON = "Repris tel que publié en son temps."
IMPORT = "Import"  # who answers for what is found in a report of the past


def load_report(folder: Path, year: int) -> AnnualReportPage:
    """Publish the report of a year; that with a mistake twice."""
    text = (folder / f"bilan-{year}.json").read_text(encoding="utf-8")
    if year == CORRECTED_YEAR:
        if text.count(RIGHT) != 1:
            raise ValueError(f"The report does not say {RIGHT} once.")
        publish_fixture(Fixture(json.loads(text.replace(RIGHT, WRONG)), folder))
    return publish_fixture(Fixture(json.loads(text), folder))


@transaction.atomic
def publish_fixture(fixture: Fixture) -> AnnualReportPage:
    """Publish a report, or its correction. The last year's shows what checks find."""
    index = report_index()
    page = AnnualReportPage.objects.child_of(index).filter(year=fixture.year).first()
    report = page or AnnualReportPage(slug=str(fixture.year), live=False)
    fixture.make_rows()
    fixture.set_fields(report)
    if page is None:
        index.add_child(instance=report)
    fixture.set_body(report)
    if page is None:
        report.save(clean=False)
    with publication_context(reason=SENTENCE if page else ""):
        report.save_revision(log_action=True, clean=False).publish()
    if fixture.year != max(YEARS):
        checked = check_latest(report)
        acknowledge_findings(checked, checked.open, REASON, None, IMPORT)
    return report
