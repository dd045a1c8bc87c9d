"""Writes the findings about a report as JSON, as text and as a one-line summary."""

from typing import Any

from django.utils import timezone

from reports.checks.check_result import CheckResult
from reports.checks.finding import Finding
from reports.checks.fullness import describe_remaining
from reports.checks.models import Acknowledgement, SilencedFinding
from reports.checks.rule import Severity

NAMES = {Severity.ERROR: "Erreur", Severity.WARNING: "Avertissement"}


def count_by_severity(checked: CheckResult) -> dict[str, int]:
    """Return how much is left to fill in, how many other errors and warnings are open, how many
    findings somebody answers for, and how many are silenced for the programme.
    """
    return {
        "unfilled": checked.remaining,
        "errors": len(checked.broken),
        "warnings": len(checked.warnings),
        "acknowledged": len(checked.acknowledged),
        "silenced": len(checked.silenced),
    }


def format_summary(
    errors: int, warnings: int, acknowledged: int, unfilled: int = 0, silenced: int = 0
) -> str:
    """Return « 41 éléments à remplir ou à relire, 1 erreur, 12 avertissements, 3 constats assumés,
    2 constats en sourdine », or « Aucun constat » for none.
    """
    words = (
        (errors, "erreur", "erreurs"),
        (warnings, "avertissement", "avertissements"),
        (acknowledged, "constat assumé", "constats assumés"),
        (silenced, "constat en sourdine", "constats en sourdine"),
    )
    counts = (f"{n} {many if n > 1 else one}" for n, one, many in words if n)
    return ", ".join(filter(None, (describe_remaining(unfilled), *counts))) or "Aucun constat"


def as_json(checked: CheckResult) -> dict[str, Any]:
    """Return the findings in the order of the report, each with its place and its
    acknowledgement.
    """
    return {
        "year": checked.page.year,
        "title": checked.page.title,
        **count_by_severity(checked),
        "findings": [finding_as_json(checked, finding) for finding in checked.findings],
    }


def finding_as_json(checked: CheckResult, finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.rule.severity.value,
        "block": finding.block or None,
        "blocks": list(finding.blocks),
        "place": str(finding.issue.place),
        "message": finding.issue.message,
        "repair": finding.issue.hint,
        "about": list(finding.issue.evidence),
        "fingerprint": finding.fingerprint,
        "acknowledged": answer_as_json(checked.get_acknowledgement(finding)),
        "silenced": answer_as_json(checked.get_silence(finding)),
    }


def answer_as_json(given: Acknowledgement | SilencedFinding | None) -> dict[str, str] | None:
    """Return who said what of a finding, and when."""
    if given is None:
        return None
    return {"reason": given.reason, "by": given.by, "at": given.at.isoformat()}


def as_text(checked: CheckResult) -> str:
    """Return one paragraph per finding, under the place where it is."""
    lines = [f"{checked.page.title} : {format_summary(**count_by_severity(checked))}."]
    place = None
    for finding in checked.findings:
        if str(finding.issue.place) != place:
            place = str(finding.issue.place)
            lines += ["", place]
        lines.append(f"  {NAMES[finding.rule.severity]} [{finding.code}] {finding.issue.message}")
        lines.append(f"    {describe_answer(checked, finding) or finding.issue.hint}")
    return "\n".join(lines)


def describe_answer(checked: CheckResult, finding: Finding) -> str:
    """Return who silenced a finding or answers for it, when and why; nothing where nobody did."""
    for verb, given in (
        ("Mis en sourdine", checked.get_silence(finding)),
        ("Assumé", checked.get_acknowledgement(finding)),
    ):
        if given:
            day = f"{timezone.localtime(given.at):%d/%m/%Y}"
            return f"{verb} par {given.by} le {day} : {given.reason}"
    return ""
