"""Checks a report, and stores the counts of findings and the reasons given for them."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from typing import Any

from django.db import transaction

from reports.checks.context import build_context
from reports.checks.finding import Finding
from reports.checks.fullness import Fullness, measure_fullness
from reports.checks.gathering import gather_findings
from reports.checks.models import SilencedFinding
from reports.checks.models.acknowledgement import Acknowledgement, CheckSummary
from reports.checks.rules.unfilled import CODE as UNFILLED
from reports.checks.runner import run_rules
from reports.checks.silences import Silences, find_silence, load_silences
from reports.content.models import AnnualReportPage
from reports.content.models.page_reading import read_page
from reports.core.reading import Reading


@dataclass(frozen=True)
class CheckResult:
    """The findings about one draft (`found`), and how complete the draft is (`fullness`).

    A finding is open, acknowledged for this report, or silenced for its programme. The properties
    `open`, `errors`, `acknowledged` and so on merge findings that have the same cause; `silenced`,
    `heard` and `found` have each of them singly.
    """

    page: AnnualReportPage
    found: list[Finding]
    acknowledgements: dict[str, Acknowledgement]
    fullness: Fullness = field(default_factory=Fullness)
    silences: Silences = field(default_factory=dict)

    def get_acknowledgement(self, finding: Finding) -> Acknowledgement | None:
        """Return who answers for a finding; None for what is unfilled, which readers would see."""
        if finding.code == UNFILLED:
            return None
        given = [self.acknowledgements.get(single.fingerprint) for single in finding.singles]
        return given[0] if all(given) else None

    def get_silence(self, finding: Finding) -> SilencedFinding | None:
        """Return who silenced a finding for the programme; None for an error."""
        silences = [find_silence(single, self.silences) for single in finding.singles]
        return silences[0] if all(silences) else None

    @cached_property
    def findings(self) -> list[Finding]:
        """All findings in the order of the report, whatever was said of them."""
        return sorted((*self.open, *self.acknowledged, *self.silenced), key=attrgetter("position"))

    @cached_property
    def open(self) -> list[Finding]:
        """The findings that nobody has answered for."""
        return gather_findings(f for f in self.heard if not self.get_acknowledgement(f))

    @cached_property
    def errors(self) -> list[Finding]:
        """The open errors, which stop publication."""
        return [finding for finding in self.open if finding.is_error]

    @cached_property
    def unfilled(self) -> list[Finding]:
        """The errors that stop every publication, by whatever code it comes about."""
        return [finding for finding in self.open if finding.code == UNFILLED]

    @property
    def remaining(self) -> int:
        """The number of things that the draft lacks, while any of them stops every publication."""
        return self.fullness.remaining if self.unfilled else 0

    @cached_property
    def broken(self) -> list[Finding]:
        """The other errors, which stop a publication by hand."""
        return [finding for finding in self.errors if finding.code != UNFILLED]

    @cached_property
    def warnings(self) -> list[Finding]:
        """The open warnings, which want a reason."""
        return [finding for finding in self.open if not finding.is_error]

    @cached_property
    def acknowledged(self) -> list[Finding]:
        given = ((f, self.get_acknowledgement(f)) for f in self.heard)
        reasons = {f.fingerprint: (each.reason, each.by) for f, each in given if each}
        answered = (f for f in self.heard if f.fingerprint in reasons)
        return gather_findings(answered, lambda finding: reasons[finding.fingerprint])

    @cached_property
    def silenced(self) -> list[Finding]:
        """The warnings that are not reported in this programme, each by itself."""
        return [finding for finding in self.found if self.get_silence(finding)]

    @cached_property
    def heard(self) -> list[Finding]:
        """The single findings that are not silenced."""
        return [finding for finding in self.found if not self.get_silence(finding)]


def check_report(page: AnnualReportPage) -> CheckResult:
    """Check `page` as it is in memory, beside last year's report as the public has it."""
    reading = read_page(page)
    reading.last = read_last_year(page)
    fullness = measure_fullness(page)
    reading.context = build_context(reading, page, fullness)
    stored = {block["id"]: block for block in page.body.raw_data if block.get("id")}
    given = Acknowledgement.objects.filter(report_id=page.pk) if page.pk else ()
    acknowledgements = {a.fingerprint: a for a in given}
    found = run_rules(reading, stored)
    return CheckResult(page, found, acknowledgements, fullness, load_silences(page))


def check_latest(page: AnnualReportPage) -> CheckResult:
    """Check the latest draft of `page`, and store the counts for listings."""
    checked = check_report(page.get_latest_revision_as_object())
    store_counts(checked)
    return checked


def store_counts(checked: CheckResult) -> None:
    """Store for listings how many findings of each kind the latest draft has."""
    CheckSummary.objects.update_or_create(
        report_id=checked.page.pk,
        defaults={
            "revision": checked.page.latest_revision_id,
            "expected": checked.fullness.expected,
            "unfilled": checked.fullness.remaining,
            "errors": len(checked.broken),
            "warnings": len(checked.warnings),
            "acknowledged": len(checked.acknowledged),
            "silenced": len(checked.silenced),
        },
    )


def store_fullness(page: AnnualReportPage, fullness: Fullness) -> None:
    """Store for listings how full the latest draft is, once something was closed without a
    draft.
    """
    CheckSummary.objects.filter(report_id=page.pk).update(
        expected=fullness.expected, unfilled=fullness.remaining
    )


def read_last_year(page: AnnualReportPage) -> Reading | None:
    """Return the report of the year before, beside `page` in the tree: what is public of it, or its
    draft where nothing is.
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
    return replace(read_page(shown), year=last.year)


@transaction.atomic
def acknowledge_findings(
    checked: CheckResult, chosen: list[Finding], reason: str, user: Any, by: str
) -> CheckResult:
    """Store one reason for each of these findings, with a name. The report is not checked again.

    Each single finding has its own, so that another of the same cause is asked by itself.
    """
    acknowledgements = dict(checked.acknowledgements)
    for finding in (single for each in chosen for single in each.singles):
        if finding.code == UNFILLED:
            continue
        acknowledgements[finding.fingerprint], _ = Acknowledgement.objects.update_or_create(
            report_id=checked.page.pk,
            fingerprint=finding.fingerprint,
            defaults={
                "code": finding.code,
                "finding": finding.issue.message,
                "reason": reason,
                "user": user,
                "by": by,
            },
        )
    result = replace(checked, acknowledgements=acknowledgements)
    store_counts(result)
    return result
