"""The findings as templates show them: in groups, and beside each block."""

from typing import Any

from reports.checks.admin.remedies import find_remedy
from reports.checks.check_result import CheckResult
from reports.checks.finding import Finding
from reports.checks.gathering import quote_words
from reports.checks.serializers import count_by_severity, format_summary

MANY = 5  # blocks
MOST_LINKS = 20  # places that one finding leads to


def build_context(checked: CheckResult, user: Any = None) -> dict[str, Any]:
    """Return what the list of findings shows, with what a user may do about them."""
    return {
        "summary": format_summary(**count_by_severity(checked)),
        "unfilled": len(checked.unfilled),
        "groups": [
            {
                "name": name,
                "items": [build_item(checked, finding, user) for finding in chosen],
                "folded": folded,
            }
            for name, chosen, folded in (
                ("À corriger avant de publier", checked.broken, False),
                ("À corriger ou à assumer", checked.warnings, True),
                ("Assumés", checked.acknowledged, True),
                ("En sourdine", checked.silenced, True),
            )
            if chosen
        ],
    }


def build_item(checked: CheckResult, finding: Finding, user: Any) -> dict[str, Any]:
    alike = [other for other in checked.warnings if other.code == finding.code]
    return {
        "finding": finding,
        "acknowledgement": checked.get_acknowledgement(finding),
        "silence": checked.get_silence(finding),
        "alike": len(alike) if len(alike) > 1 else 0,
        "elsewhere": [part.issue.place for part in finding.parts[1:MOST_LINKS]],
        "words": quote_words(finding.issue.evidence),
        "remedy": find_remedy(checked.page, finding, user),
    }


def build_block_notes(checked: CheckResult) -> dict[str, list[dict[str, str]]]:
    """Return the notes that stand beside each block, by its id, of open findings only.

    What is found all over the report is said once, in the panel; what is left to fill in has a
    panel of its own.
    """
    notes: dict[str, list[dict[str, str]]] = {}
    for finding in checked.open:
        if len(finding.blocks) > MANY or finding in checked.unfilled:
            continue
        note = {
            "what": finding.issue.message,
            "repair": finding.issue.hint,
            "severity": finding.rule.severity.value,
        }
        for block in finding.blocks:
            notes.setdefault(block, []).append(note)
    return notes
