"""The findings about a report, for people and for machines."""

from typing import Any

from django.utils import timezone

from reports.checks.check_result import CheckResult
from reports.checks.finding import Finding
from reports.checks.models import Acknowledgement, SilencedFinding
from reports.checks.rule import Severity

NAMES = {Severity.ERROR: "Erreur", Severity.WARNING: "Avertissement"}


def count_by_severity(checked: CheckResult) -> dict[str, int]:
    """Return how many places are unfilled, how many other errors and warnings are open, how many
    findings somebody answers for, and how many are silenced for the programme.
    """
    return {
        "unfilled": len(checked.unfilled),
        "errors": len(checked.broken),
        "warnings": len(checked.warnings),
        "acknowledged": len(checked.acknowledged),
        "silenced": len(checked.silenced),
    }


def format_summary(
    errors: int, warnings: int, acknowledged: int, unfilled: int = 0, silenced: int = 0
) -> str:
    """Return « 41 éléments restent, 1 erreur, 12 avertissements, 3 constats assumés, 2 constats en
    sourdine », or « Aucun constat » for none.
    """
    words = (
        (unfilled, "élément reste", "éléments restent"),
        (errors, "erreur", "erreurs"),
        (warnings, "avertissement", "avertissements"),
        (acknowledged, "constat assumé", "constats assumés"),
        (silenced, "constat en sourdine", "constats en sourdine"),
    )
    counts = (f"{n} {many if n > 1 else one}" for n, one, many in words if n)
    return ", ".join(counts) or "Aucun constat"


def format_fullness(expected: int, unfilled: int) -> str:
    """Return « 20 % rempli, 41 éléments restent »; nothing of a report that was begun from no
    other.
    """
    if not expected:
        return ""
    percent = 100 * (expected - unfilled) // expected
    if not unfilled:
        return f"{percent}\u00a0% rempli"
    rest = "1 élément reste" if unfilled == 1 else f"{unfilled} éléments restent"
    return f"{percent}\u00a0% rempli, {rest}"


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
