"""Each rule against its cases, and the completeness of what a rule is made of."""

import importlib
import re
from importlib.util import find_spec

import pytest

from reports.checks.rule import RULES, Issue, Rule
from reports.checks.runner import run_rules
from reports.core.reading import Reading
from tests.reports.checks.build import chart, prose, report

MIN_CASES = 5
QUOTED = re.compile(r"« .*? »", re.DOTALL)
ALL = [pytest.param(rule, id=rule.code) for rule in RULES.values()]


def load_cases(rule: Rule, side: str) -> list[Reading]:
    name = f"tests.reports.checks.cases.{rule.code.replace('-', '_')}"
    if find_spec(name) is None:
        return []  # which `test_a_rule_is_whole` does not accept
    return getattr(importlib.import_module(name), side)


def list_cases(side: str) -> list[object]:
    return [
        pytest.param(rule, case, id=f"{rule.code}-{number}")
        for rule in RULES.values()
        for number, case in enumerate(load_cases(rule, side))
    ]


@pytest.mark.parametrize(("rule", "case"), list_cases("WRONG"))
def test_a_rule_finds_each_wrong_case_and_says_it_in_french(rule: Rule, case: Reading) -> None:
    found = list(rule.find(case))
    assert found, f"{rule.code} is silent on {[text.text for text in case.texts]}"
    for issue in found:
        is_french(issue)


@pytest.mark.parametrize(("rule", "case"), list_cases("RIGHT"))
def test_a_rule_is_silent_on_each_right_case(rule: Rule, case: Reading) -> None:
    assert list(rule.find(case)) == []


def is_french(issue: Issue) -> None:
    for text in (issue.message, issue.hint):
        own = QUOTED.sub("Q", text)
        assert text[0].isupper() or text[0] in "«0123456789", text
        assert text.endswith((".", "?")), text
        assert not re.search(r"['\"]|  |None", own), text
        assert not re.search(r"\w[:;?!%€]|[«(] ?$|\( | \)", own.replace("://", "")), text
    assert issue.evidence, issue


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_is_whole(rule: Rule) -> None:
    wrong, right = load_cases(rule, "WRONG"), load_cases(rule, "RIGHT")
    assert min(len(wrong), len(right)) >= MIN_CASES
    assert re.fullmatch(r"[A-ZÀÉÊ0-9].*[^.]", rule.title)
    assert re.fullmatch(r"[A-ZÀÉÊ0-9].*\.", rule.documentation, re.DOTALL)


@pytest.mark.parametrize("rule", ALL)
def test_the_same_report_gives_the_same_findings(rule: Rule) -> None:
    for case in load_cases(rule, "WRONG"):
        first, second = (
            [(f.code, f.issue, f.fingerprint) for f in run_rules(case, {})] for _ in range(2)
        )
        assert first == second


def test_a_total_that_two_sentences_give_is_told_once() -> None:
    rows = (("Lyon", "40"), ("Nice", "31"), ("Metz", "25"))
    told = ("Le réseau a 98 ateliers.", "Au printemps, le réseau a 98 ateliers.")
    case = report(*map(prose, told), chart("Ateliers par ville", *rows))
    assert len(list(RULES["chart-total-differs"].find(case))) == 1
