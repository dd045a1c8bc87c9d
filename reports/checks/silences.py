"""Stores and finds silences: warnings that are not reported in any report of a programme."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from reports.checks.finding import Finding, digest_json
from reports.checks.models import SilencedFinding
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.core.text.grouping import group_values
from reports.core.text.stems import normalize_text

Evidence = tuple[str, ...]
Silences = dict[str, list[tuple[Evidence, SilencedFinding]]]


def get_programme(page: AnnualReportPage) -> ReportIndexPage | None:
    """Return the list of reports that a report belongs to."""
    if not page.path:
        return None
    return ReportIndexPage.objects.filter(path=page.path[: -page.steplen]).first()


def load_silences(page: AnnualReportPage) -> Silences:
    """Return what is silenced for the programme of a report: by rule, with the folded words."""
    if not page.path:
        return {}
    of_programme = SilencedFinding.objects.filter(programme__path=page.path[: -page.steplen])
    return group_values((each.code, (fold_evidence(each.evidence), each)) for each in of_programme)


def fold_evidence(words: Iterable[str]) -> Evidence:
    """Return words as they are compared: without regard to capitals and spaces."""
    return tuple(" ".join(normalize_text(word).split()).casefold() for word in words)


def find_silence(finding: Finding, silences: Silences) -> SilencedFinding | None:
    """Return the silence that covers a finding: of its whole rule, or of all its evidence.

    An error is never silenced.
    """
    if finding.is_error:
        return None
    evidence = fold_evidence(finding.issue.evidence)
    return next(
        (each for words, each in silences.get(finding.code, ()) if covers(words, evidence)), None
    )


def covers(silenced: Evidence, evidence: Evidence) -> bool:
    """Return whether a silence of some words covers a finding.

    It does if it names no words, or all words of the finding. If these contain numbers, they must
    be equal to the silenced ones, in the same order: a larger error may consist of numbers that
    were silenced in another one.
    """
    if not silenced:
        return True
    if has_numbers(evidence):
        return evidence == silenced
    return set(evidence) <= set(silenced)


def sort_evidence(evidence: Evidence) -> list[str]:
    """Return what one silence is stored for: words in any order, numbers in theirs."""
    return list(evidence) if has_numbers(evidence) else sorted(set(evidence))


def has_numbers(evidence: Evidence) -> bool:
    """Return whether a finding rests on a number."""
    return any(character.isdigit() for word in evidence for character in word)


@transaction.atomic
def silence_findings(
    programme: ReportIndexPage,
    findings: Iterable[Finding],
    reason: str,
    user: Any,
    by: str,
    *,
    whole_rule: bool = False,
) -> None:
    """Silence the words of these warnings for a programme, or their rules as a whole."""
    singles = [single for finding in findings for single in finding.singles]
    for finding in singles:
        if finding.is_error:
            continue
        evidence = [] if whole_rule else list(finding.issue.evidence)
        SilencedFinding.objects.update_or_create(
            programme=programme,
            key=digest_json([finding.code, sort_evidence(fold_evidence(evidence))]),
            defaults={
                "code": finding.code,
                "evidence": evidence,
                "finding": "" if whole_rule else finding.issue.message,
                "reason": reason,
                "user": user,
                "by": by,
            },
        )
