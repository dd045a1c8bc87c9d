"""Findings about a draft, and the reasons for which they may stand."""

import logging
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.checks.check_result import CheckResult, acknowledge_findings, check_latest
from reports.checks.models import CheckSummary
from reports.checks.rule import RULES, Issue, Rule, Severity
from reports.content.models import AnnualReportPage, User
from reports.core.reading import Reading
from tests.reports.checks.conftest import save_draft

Draft = Callable[..., AnnualReportPage]


def acknowledge_all(page: AnnualReportPage, user: User) -> CheckResult:
    checked = check_latest(page)
    acknowledge_findings(checked, checked.warnings, "C’est voulu.", user, "Rédaction")
    return check_latest(page)


def test_findings_are_sorted_by_what_may_be_done_about_them(draft: Draft) -> None:
    checked = check_latest(draft("Une FAUTE.", "Un DOUTE.", "Rien."))

    assert [f.code for f in checked.findings] == ["no-fault", "no-doubt"]
    assert [f.block for f in checked.errors] == ["p0"]
    assert [f.block for f in checked.warnings] == ["p1"]
    assert checked.acknowledged == []


def test_a_reason_is_kept_with_a_name_and_a_date(draft: Draft, people: dict[str, User]) -> None:
    checked = acknowledge_all(draft("Un DOUTE."), people["redaction"])

    assert checked.warnings == []
    (finding,) = checked.acknowledged
    given = checked.get_acknowledgement(finding)
    assert given is not None
    assert (given.reason, given.by, given.user) == (
        "C’est voulu.",
        "Rédaction",
        people["redaction"],
    )
    assert given.at.year >= 2024


def test_a_reason_survives_unrelated_edits(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Un DOUTE.", "Autre chose.")
    acknowledge_all(page, people["redaction"])
    checked = check_latest(save_draft(page, "Un DOUTE.", "Tout autre chose.", "Et encore."))

    assert (len(checked.acknowledged), len(checked.warnings)) == (1, 0)


def test_a_reason_is_asked_again_when_the_block_changes(
    draft: Draft, people: dict[str, User]
) -> None:
    page = draft("Un DOUTE.", "Autre chose.")
    acknowledge_all(page, people["redaction"])
    checked = check_latest(save_draft(page, "Un DOUTE, encore.", "Autre chose."))

    assert (len(checked.acknowledged), len(checked.warnings)) == (0, 1)


def test_a_reason_is_asked_again_when_what_is_compared_changes(
    draft: Draft, people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    def compare(report: Reading) -> Iterator[Issue]:
        first, second = report.texts
        yield Issue(first.place, "Ils diffèrent.", "Comparez.", (first.text, second.text))

    rule = Rule("compared", Severity.WARNING, "Comparaison", "Un essai.", compare)
    monkeypatch.setitem(RULES, "compared", rule)
    page = draft("217", "220")
    acknowledge_all(page, people["redaction"])

    assert check_latest(page).warnings == []
    assert len(check_latest(save_draft(page, "217", "221")).warnings) == 1


def test_a_rule_that_raises_is_a_finding_of_its_own_and_blocks_nothing(
    draft: Draft, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(report: Reading) -> Iterator[Issue]:
        yield from ()
        raise ZeroDivisionError("secret")

    rule = Rule("a-failing-rule", Severity.ERROR, "Essai", "Un essai.", fail)
    monkeypatch.setitem(RULES, "a-failing-rule", rule)
    with caplog.at_level(logging.ERROR):
        checked = check_latest(draft("Un DOUTE."))

    assert [f.code for f in checked.findings] == ["rule-failed", "no-doubt"]
    assert checked.errors == []
    assert "secret" not in checked.findings[0].issue.message
    assert "ZeroDivisionError" in caplog.text


def test_the_statements_are_as_many_whatever_the_size(draft: Draft) -> None:
    check_latest(draft("Rien.", year=2018))  # what Wagtail asks once per process
    counts = []
    for year, size in ((2020, 1), (2022, 500)):
        page = draft(*["Un DOUTE."] * size, year=year)
        with CaptureQueriesContext(connection) as captured:
            check_latest(page)
        counts.append(len(captured))

    assert counts[0] == counts[1]
    assert counts[0] <= 21


def test_last_year_is_read_as_the_public_has_it(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stale(report: Reading) -> Iterator[Issue]:
        last = [text.text for text in report.last.texts] if report.last else []
        for text in report.texts:
            if text.text in last:
                yield Issue(text.place, "Rien de neuf.", "Changez.", (text.text,))

    rule = Rule("stale", Severity.WARNING, "Reste", "Un essai.", stale)
    monkeypatch.setitem(RULES, "stale", rule)
    last = draft("Publié.", year=2023)
    last.get_latest_revision().publish()
    save_draft(last, "Brouillon.")
    page = draft("Publié.", "Brouillon.", year=2024)

    assert [f.block for f in check_latest(page).findings] == ["p0"]


@pytest.mark.parametrize("texts", [(), ("Seul.",)])
def test_a_report_without_a_neighbour_or_without_a_body(draft: Draft, texts: tuple[str]) -> None:
    assert check_latest(draft(*texts)).findings == []


def test_the_counts_are_kept_for_listings(draft: Draft) -> None:
    page = draft("Une FAUTE.", "Un DOUTE.", "Un DOUTE.")
    check_latest(page)
    kept = CheckSummary.objects.get(report=page)

    assert (kept.errors, kept.warnings, kept.acknowledged) == (1, 2, 0)
    assert kept.revision == page.latest_revision_id
