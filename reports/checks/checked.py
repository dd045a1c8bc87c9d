"""A report that has been checked: its findings, and which of them somebody answers for."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db import transaction
from wagtail.models import Page

from reports.checks.finding import Finding
from reports.checks.reading.walk import read
from reports.checks.running import findings
from reports.checks.surroundings import around
from reports.models import AnnualReportPage
from reports.models.acknowledgement import Acknowledgement, CheckSummary


@dataclass(frozen=True)
class Checked:
    """The findings about one draft, in the order of the report."""

    page: AnnualReportPage
    findings: list[Finding]
    acknowledgements: dict[str, Acknowledgement]

    def acknowledgement(self, finding: Finding) -> Acknowledgement | None:
        return self.acknowledgements.get(finding.fingerprint)

    @cached_property
    def open(self) -> list[Finding]:
        """Those that nobody has answered for."""
        return [finding for finding in self.findings if not self.acknowledgement(finding)]

    @cached_property
    def errors(self) -> list[Finding]:
        """What stops publication."""
        return [finding for finding in self.open if finding.is_error]

    @cached_property
    def warnings(self) -> list[Finding]:
        """What wants a reason."""
        return [finding for finding in self.open if not finding.is_error]

    @cached_property
    def acknowledged(self) -> list[Finding]:
        return [finding for finding in self.findings if self.acknowledgement(finding)]


def check(page: AnnualReportPage) -> Checked:
    """Reads `page` as it is in memory, beside last year's report as the public has it."""
    reading = read(page.year or 0, page.body, public_path(page))
    reading.last = last_year(page)
    reading.around = around(reading, page)
    stored = {block["id"]: block for block in page.body.raw_data if block.get("id")}
    given = Acknowledgement.objects.filter(report_id=page.pk) if page.pk else ()
    return Checked(page, findings(reading, stored), {a.fingerprint: a for a in given})


def check_latest(page: AnnualReportPage) -> Checked:
    """Reads the latest draft of `page`, and keeps the counts for listings."""
    checked = check(page.get_latest_revision_as_object())
    keep_counts(checked)
    return checked


def keep_counts(checked: Checked) -> None:
    """For listings: how many findings of each kind the latest draft has."""
    CheckSummary.objects.update_or_create(
        report_id=checked.page.pk,
        defaults={
            "revision": checked.page.latest_revision_id,
            "errors": len(checked.errors),
            "warnings": len(checked.warnings),
            "acknowledged": len(checked.acknowledged),
        },
    )


def last_year(page: AnnualReportPage) -> Any:
    """The reading of the report of the year before, beside `page` in the tree: what is public of
    it, or its draft where nothing is.
    """
    if not page.year or not page.path:
        return None
    beside = AnnualReportPage.objects.filter(
        year=page.year - 1, path__startswith=page.path[: -page.steplen], depth=page.depth
    )
    last = beside.exclude(pk=page.pk).first()
    if last is None:
        return None
    shown = last if last.live else last.get_latest_revision_as_object()
    return read(last.year, shown.body, public_path(last))


def public_path(page: Page) -> str:
    """The path that the site's home is cut from: `/accueil/bilan/2024/` is `/bilan/2024/`."""
    return "/" + page.url_path.partition("/")[2].partition("/")[2]


@transaction.atomic
def acknowledge(
    checked: Checked, chosen: list[Finding], reason: str, user: Any, by: str
) -> Checked:
    """Keeps one reason for each of these findings, with a name; the report is not read again."""
    given = dict(checked.acknowledgements)
    for finding in chosen:
        given[finding.fingerprint], _ = Acknowledgement.objects.update_or_create(
            report_id=checked.page.pk,
            fingerprint=finding.fingerprint,
            defaults={
                "code": finding.code,
                "finding": finding.slip.what,
                "reason": reason,
                "user": user,
                "by": by,
            },
        )
    told = replace(checked, acknowledgements=given)
    keep_counts(told)
    return told
