"""Collects the acknowledgements of findings about the public report, but not about drafts."""

import copy
import json

from reports.checks.check_result import read_last_year
from reports.checks.context import build_context
from reports.checks.finding import Finding
from reports.checks.fullness import Fullness
from reports.checks.models import Acknowledgement
from reports.checks.runner import run_rules
from reports.content.models import AnnualReportPage
from reports.content.models.page_reading import read_page
from reports.content.visibility.perspective import Perspective
from reports.exchange.archives.archive import Row
from reports.exchange.archives.describing.people import name_person
from reports.exchange.archives.describing.versions import encode

Key = tuple[str, str, str]


def name_finding(finding: Finding) -> Key:
    """Return what a finding is known by in every database: code, block and words."""
    return finding.code, finding.block, finding.issue.message


def collect_acknowledgements(
    page: AnnualReportPage, public_body: list[Row], perspective: Perspective
) -> list[Row]:
    """Return the acknowledgements of findings that the public report gives too."""
    given = Acknowledgement.objects.filter(report_id=page.pk).select_related("user")
    by_fingerprint = {each.fingerprint: each for each in given}
    if not by_fingerprint:
        return []
    public = set(map(name_finding, find_public(page, public_body, perspective)))
    return [
        describe(finding, by_fingerprint[finding.fingerprint])
        for finding in find_on(page, perspective)
        if finding.fingerprint in by_fingerprint and name_finding(finding) in public
    ]


def find_public(
    page: AnnualReportPage, public_body: list[Row], perspective: Perspective
) -> list[Finding]:
    """Return the findings about the public report alone, without those about imports or drafts."""
    public = copy.copy(page)
    public.pk = public.id = None
    public.body = json.dumps(public_body)
    return find_on(public, perspective)


def find_on(page: AnnualReportPage, perspective: Perspective) -> list[Finding]:
    """Return what the rules find in a page in memory, beside last year's if that is public."""
    reading = read_page(page)
    if perspective.reports().filter(year=page.year - 1).exists():
        reading.last = read_last_year(page)
    fullness = Fullness()
    reading.context = build_context(reading, page, fullness)
    stored = {block["id"]: block for block in page.body.raw_data if block.get("id")}
    return run_rules(reading, stored)


def describe(finding: Finding, given: Acknowledgement) -> Row:
    """Return who answers for a finding, why and since when, by names alone."""
    code, block, words = name_finding(finding)
    return {
        "code": code,
        "block": block,
        "finding": words,
        "reason": given.reason,
        "by": name_person(given.by, given.user),
        "at": encode(given.at),
    }
