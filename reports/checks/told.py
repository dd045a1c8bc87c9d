"""The findings about a report, for people and for machines."""

from typing import Any

from django.utils import timezone

from reports.checks.checked import Checked
from reports.checks.finding import Finding
from reports.checks.rule import Severity

NAMES = {Severity.ERROR: "Erreur", Severity.WARNING: "Avertissement"}


def counts(checked: Checked) -> dict[str, int]:
    """How many errors and warnings are open, and how many findings somebody answers for."""
    return {
        "errors": len(checked.errors),
        "warnings": len(checked.warnings),
        "acknowledged": len(checked.acknowledged),
    }


def summary(errors: int, warnings: int, acknowledged: int) -> str:
    """« 1 erreur, 12 avertissements, 3 constats assumés »; « Aucun constat » for none."""
    words = (
        (errors, "erreur", "erreurs"),
        (warnings, "avertissement", "avertissements"),
        (acknowledged, "constat assumé", "constats assumés"),
    )
    said = [f"{n} {many if n > 1 else one}" for n, one, many in words if n]
    return ", ".join(said) or "Aucun constat"


def as_json(checked: Checked) -> dict[str, Any]:
    """The findings in the order of the report, each with its place and its acknowledgement."""
    return {
        "year": checked.page.year,
        "title": checked.page.title,
        **counts(checked),
        "findings": [finding_as_json(checked, finding) for finding in checked.findings],
    }


def finding_as_json(checked: Checked, finding: Finding) -> dict[str, Any]:
    given = checked.acknowledgement(finding)
    return {
        "code": finding.code,
        "severity": finding.rule.severity.value,
        "block": finding.block or None,
        "blocks": list(finding.blocks),
        "place": str(finding.slip.place),
        "message": finding.slip.what,
        "repair": finding.slip.repair,
        "about": list(finding.slip.about),
        "fingerprint": finding.fingerprint,
        "acknowledged": given
        and {"reason": given.reason, "by": given.by, "at": given.at.isoformat()},
    }


def as_text(checked: Checked) -> str:
    """One paragraph per finding, under the place where it is."""
    lines = [f"{checked.page.title} : {summary(**counts(checked))}."]
    place = None
    for finding in checked.findings:
        if str(finding.slip.place) != place:
            place = str(finding.slip.place)
            lines += ["", place]
        lines.append(f"  {NAMES[finding.rule.severity]} [{finding.code}] {finding.slip.what}")
        given = checked.acknowledgement(finding)
        lines.append(
            f"    Assumé par {given.by} le {timezone.localtime(given.at):%d/%m/%Y} : {given.reason}"
            if given
            else f"    {finding.slip.repair}"
        )
    return "\n".join(lines)
