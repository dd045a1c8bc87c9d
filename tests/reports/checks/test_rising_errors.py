"""A larger error is never quieter: each rule about numbers, tried with an error that rises."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from reports.checks.finding import Finding
from reports.checks.rule import RULES
from reports.checks.runner import run_rules
from tests.reports.checks.rising import SLIPS, Slip

TIMES = {
    "up": ("1.01", "1.05", "1.1", "1.5", "2", "10", "1000", "1000000"),
    "down": ("0.99", "0.95", "0.9", "0.67", "0.5", "0.1", "0.01", "0"),
}
OUTRIGHT = {"1.5", "2", "10", "1000", "1000000", "0.5", "0.1", "0"}
"""Times that no rounding explains: the rule itself speaks."""
GRAVITY = {False: 1, True: 2}

SAMENESS = {
    "left-over-facts",
    "left-over-row",
    "row-twice",
    "stale-columns",
    "stale-heading",
    "stale-sentence",
}
"""They find numbers or words that are the same and should not be: no difference can grow."""
SHAPE = {
    "mixed-units",
}
"""They look at how one number is printed, or in which unit."""
DATES = {
    "fact-year",
    "picture-year",
}
"""They compare years and days, of which one is as wrong as another."""
WORDS = {
    *(
        "absent-path",
        "alternative-idle",
        "award-amount-unproved",
        "bare-heading",
        "bold-as-heading",
        "broken-anchor",
    ),
    *("citation-direction", "citation-without-source"),
    *("bytes-in-english", "chart-without-alternative", "chart-without-transcription"),
    *("dead-link", "defined-twice", "document-not-accessible", "doubled-word", "empty-link"),
    *("english-unmarked", "facts-joined", "heading-level-skipped", "hidden-target"),
    *("import-notice", "incubator-without-owner", "link-two-targets", "list-typed-by-hand"),
    *("marks-straight", "marks-unpaired", "picture-of-chart", "picture-without-alternative"),
    *("placeholder", "plain-in-pdf", "record-mistaken", "record-twice"),
    *("record-unconfirmed", "record-unpublished"),
    *("required-missing", "section-number", "service-near-slug"),
    *("service-two-names", "service-two-slugs", "shared-anchor", "sign-without-words"),
    *("spacing-breaking", "spacing-doubled", "spacing-missing", "status-in-mission"),
    *("table-empty-cells", "table-ragged", "table-same-headings", "table-without-caption"),
    *("table-without-headings", "transcription-outdated", "transcription-thin"),
    *("typed-number", "unfilled", "vague-link"),
}
"""They look at words, links, pictures and structure."""
CASES = [
    pytest.param(code, slip, way, id=f"{code}-{number}-{way}")
    for code, slips in SLIPS.items()
    for number, slip in enumerate(slips)
    for way in slip.ways.split()
]


def test_each_rule_says_if_it_compares_numbers() -> None:
    silent = [*SAMENESS, *SHAPE, *DATES, *WORDS]

    assert sorted([*SLIPS, *silent]) == sorted(RULES)


@pytest.mark.parametrize(("code", "slip", "way"), CASES)
def test_a_larger_error_is_never_quieter(code: str, slip: Slip, way: str) -> None:
    assert find_faults(slip.right + slip.unit, slip) == []

    loudest = 0
    asked: set[tuple[str, ...]] = set()
    for size, number in iterate_numbers(slip, way):
        findings = find_faults(number, slip)
        evidence = {(finding.code, *finding.issue.evidence) for finding in findings}
        assert not evidence or evidence - asked, f"{number}: answered for as a smaller error was"
        asked |= evidence
        gravity = max((GRAVITY[finding.is_error] for finding in findings), default=0)
        assert gravity >= loudest, f"{number}: silent, and a smaller error was not"
        if size in OUTRIGHT:
            assert code in {finding.code for finding in findings}, number
        loudest = gravity
    assert loudest


def iterate_numbers(slip: Slip, way: str) -> Iterator[tuple[str, str]]:
    """Yield the number, more and more wrong, each time as another text, with how many times."""
    before = slip.right + slip.unit
    for times in TIMES[way]:
        number = slip.print_times(Decimal(times))
        rounded = times != "0" and not any(digit in number for digit in "123456789")
        if number != before and not rounded:
            yield times, number
            before = number
    if way == "down" and slip.is_signed:
        yield "-1", slip.print_times(Decimal(-1))
    for scale in slip.scales if way == "up" else ():
        yield scale, slip.right + scale


def find_faults(number: str, slip: Slip) -> list[Finding]:
    """Return what the rules about numbers find with that number in its place."""
    return [finding for finding in run_rules(slip.build(number), {}) if finding.code in SLIPS]
