"""The findings as templates show them: in groups, and beside each block."""

from typing import Any

from reports.checks.checked import Checked
from reports.checks.finding import Finding
from reports.checks.told import counts, summary

MANY = 5  # blocks


def context(checked: Checked) -> dict[str, Any]:
    """What the list of findings shows."""
    return {
        "summary": summary(**counts(checked)),
        "groups": [
            {
                "name": name,
                "items": [item(checked, finding) for finding in chosen],
                "folded": folded,
            }
            for name, chosen, folded in (
                ("À corriger avant de publier", checked.errors, False),
                ("À corriger ou à assumer", checked.warnings, True),
                ("Assumés", checked.acknowledged, True),
            )
            if chosen
        ],
    }


def item(checked: Checked, finding: Finding) -> dict[str, Any]:
    alike = [other for other in checked.warnings if other.code == finding.code]
    return {
        "finding": finding,
        "acknowledgement": checked.acknowledgement(finding),
        "alike": len(alike) if len(alike) > 1 else 0,
    }


def notes(checked: Checked) -> dict[str, list[dict[str, str]]]:
    """What is said beside each block, by its id: of open findings only.

    What is found all over the report is said once, in the panel.
    """
    found: dict[str, list[dict[str, str]]] = {}
    for finding in checked.open:
        if len(finding.blocks) > MANY:
            continue
        note = {"what": finding.slip.what, "repair": finding.slip.repair}
        note["severity"] = finding.rule.severity.value
        for block in finding.blocks:
            found.setdefault(block, []).append(note)
    return found
