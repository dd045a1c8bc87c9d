"""Builds the template context of findings: grouped for the panel, and as notes of each block."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from reports.checks.admin.missing_files import describe_missing_files
from reports.checks.admin.remedies import list_remedies
from reports.checks.check_result import CheckResult
from reports.checks.finding import Finding
from reports.checks.gathering import quote_words
from reports.checks.serializers import count_by_severity, format_summary
from reports.core.reading.place import Place
from reports.core.text.grouping import group_values

MAX_LISTED_BLOCKS = 5
MORE = re.compile(r" et \d+ (?:de plus|autres)\b")
MAX_FIRST_PLACES = 5  # that a finding lists, the others unfold


def build_context(checked: CheckResult, user: Any = None) -> dict[str, Any]:
    """Return what the list of findings shows, with what a user may do about them."""
    return {
        "summary": format_summary(**count_by_severity(checked)),
        "remaining": checked.remaining,
        "missing_files": list(describe_missing_files(checked.page)),
        "groups": [
            {
                "name": name,
                "count": len(chosen),
                "rules": list(build_rules(checked, chosen, user, is_open)),
                "folded": folded,
            }
            for name, chosen, folded, is_open in (
                ("À corriger avant de publier", checked.broken, False, True),
                ("À corriger ou à assumer", checked.warnings, True, True),
                ("Assumés", checked.acknowledged, True, False),
                ("En sourdine", checked.silenced, True, False),
            )
            if chosen
        ],
    }


def build_rules(
    checked: CheckResult, findings: list[Finding], user: Any, is_open: bool
) -> Iterator[dict[str, Any]]:
    """Yield the findings of each rule together, in the order of the first of each."""
    for code, chosen in group_values((each.code, each) for each in findings).items():
        rule = chosen[0].rule
        yield {
            "code": code,
            "title": rule.title,
            "items": [build_item(checked, finding, user) for finding in chosen],
            "can_fix": is_open
            and rule.fix is not None
            and any(finding.issue.is_fixable for finding in chosen),
        }


def build_item(checked: CheckResult, finding: Finding, user: Any) -> dict[str, Any]:
    alike = [other for other in checked.warnings if other.code == finding.code]
    places = number_alike(finding)
    return {
        "finding": finding,
        "acknowledgement": checked.get_acknowledgement(finding),
        "silence": checked.get_silence(finding),
        "alike": len(alike) if len(alike) > 1 else 0,
        "others": len(places),
        "elsewhere": places[:MAX_FIRST_PLACES],
        "further": places[MAX_FIRST_PLACES:],
        "all_names": list_all_names(finding),
        "words": quote_words(finding.issue.evidence),
        "remedies": list_remedies(checked.page, finding, user),
    }


def number_alike(finding: Finding) -> list[tuple[Place, str]]:
    """Return the other places of a finding in words; those that read alike have a number."""
    named = Counter([str(finding.issue.place)])
    places = []
    for place in list_other_places(finding):
        named[str(place)] += 1
        number = named[str(place)]
        places.append((place, f"{place} ({number})" if number > 1 else str(place)))
    return places


def list_other_places(finding: Finding) -> list[Place]:
    """Return the places of a finding beside the main one that lead to other blocks or spots."""
    places = (place for single in finding.singles for place in single.issue.places)
    found = dict.fromkeys(place for place in places if place.block)
    found.pop(finding.issue.place, None)
    return list(found)


def list_all_names(finding: Finding) -> list[str]:
    """Return all that a message names, where it says how many more there are; nothing elsewhere."""
    if not MORE.search(finding.issue.message):
        return []
    names = [name for part in finding.parts for name in part.issue.names]
    names = names or list(finding.issue.evidence)
    return list(dict.fromkeys(filter(None, names)))


def build_block_notes(checked: CheckResult) -> dict[str, list[dict[str, str]]]:
    """Return the notes that stand beside each block, by its id, of open findings only.

    What is found all over the report is said once, in the panel; what is left to fill in has a
    panel of its own.
    """
    notes: dict[str, list[dict[str, str]]] = {}
    for finding in checked.open:
        if len(finding.blocks) > MAX_LISTED_BLOCKS or finding in checked.unfilled:
            continue
        note = {
            "what": finding.issue.shown_message,
            "repair": finding.issue.shown_hint,
            "severity": finding.rule.severity.value,
        }
        for block in finding.blocks:
            notes.setdefault(block, []).append(note)
    return notes
