"""Merges findings that have the same cause in several places into one finding."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter

from reports.checks.finding import Finding
from reports.checks.rule import Issue
from reports.core.text.grouping import group_values

MAX_NAMES = 6  # names that a message lists


def gather_findings(
    findings: Iterable[Finding], key: Callable[[Finding], Hashable] = lambda finding: None
) -> list[Finding]:
    """Return the findings in the order of the report, merged where the rule has a summary.

    Findings of such a rule that also have the same `key` become one.
    """
    groups = group_values(
        ((finding.code, key(finding)) if finding.rule.summary else finding.fingerprint, finding)
        for finding in findings
    )
    return sorted(map(merge_findings, groups.values()), key=attrgetter("position"))


def merge_findings(findings: Sequence[Finding]) -> Finding:
    """Return the only finding, or one that counts them all and names the first."""
    first = findings[0]
    if len(findings) == 1:
        return first
    issues = [finding.issue for finding in findings]
    place, *others = dict.fromkeys(place for issue in issues for place in issue.places)
    evidence = dict.fromkeys(word for issue in issues for word in issue.evidence)
    names = [name for issue in issues for name in issue.names]
    message = first.rule.summary.format(
        count=len(issues),
        places=1 + len(others),
        names=len(set(names)),
        named=list_names(names),
    )
    is_fixable = any(issue.is_fixable for issue in issues)
    issue = Issue(
        place,
        message,
        first.issue.hint,
        tuple(evidence),
        tuple(others),
        is_fixable=is_fixable,
    )
    return Finding(first.rule, issue, first.content, tuple(findings))


def quote_words(words: Iterable[str]) -> str:
    """Return the first of these words as a page shows them: no line ends between a quotation mark
    and its word.
    """
    return list_names(f"«\u00a0{word.strip()}\u00a0»" for word in words if word.strip())


def list_names(names: Iterable[str]) -> str:
    """Return the first of these names, each once, and how many others there are."""
    distinct = list(dict.fromkeys(filter(None, names)))
    rest = len(distinct) - MAX_NAMES
    return ", ".join(distinct[:MAX_NAMES]) + (f" et {rest} de plus" if rest > 0 else "")
