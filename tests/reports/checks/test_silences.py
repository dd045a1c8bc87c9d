"""What is silenced for a programme is silent in all its reports, and there only."""

from collections.abc import Callable

import pytest

from reports.checks.check_result import CheckResult, acknowledge_findings, check_latest
from reports.checks.models import CheckSummary, SilencedFinding
from reports.checks.rules.unfilled import CODE as UNFILLED
from reports.checks.serializers import as_json, as_text, count_by_severity
from reports.checks.silences import covers, fold_evidence, get_programme, silence_findings
from reports.content.models import AnnualReportPage, ReportIndexPage, User
from reports.content.site_tree import report_index
from tests.reports.checks.conftest import save_draft

Draft = Callable[..., AnnualReportPage]


def silence(checked: CheckResult, user: User, *, whole_rule: bool = False) -> CheckResult:
    programme = get_programme(checked.page)
    assert programme is not None
    silence_findings(programme, checked.findings, "Un usage.", user, "Rédac", whole_rule=whole_rule)
    return check_latest(AnnualReportPage.objects.get(pk=checked.page.pk))


def test_a_silenced_finding_is_counted_apart(draft: Draft, people: dict[str, User]) -> None:
    checked = silence(check_latest(draft("Un DOUTE.")), people["redaction"])

    assert (checked.open, len(checked.silenced), checked.acknowledged) == ([], 1, [])
    assert count_by_severity(checked)["silenced"] == 1
    assert "1 constat en sourdine" in as_text(checked)
    assert "Mis en sourdine par Rédac" in as_text(checked)
    (finding,) = as_json(checked)["findings"]
    assert (finding["acknowledged"], finding["silenced"]["reason"]) == (None, "Un usage.")
    assert CheckSummary.objects.get().silenced == 1


def test_next_years_report_is_silent_too(draft: Draft, people: dict[str, User]) -> None:
    silence(check_latest(draft("Un DOUTE.")), people["redaction"])
    following = check_latest(draft("Rien.", "Ailleurs, un DOUTE.", year=2025))

    assert (following.open, len(following.silenced)) == ([], 1)


def test_other_words_are_told(
    draft: Draft, people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = silence(check_latest(draft("Un DOUTE.")), people["redaction"])
    SilencedFinding.objects.update(evidence=["DOUTES"])
    assert len(check_latest(checked.page).warnings) == 1
    SilencedFinding.objects.update(evidence=[" doute"])
    assert check_latest(checked.page).warnings == []
    SilencedFinding.objects.update(code="another-rule")
    assert len(check_latest(checked.page).warnings) == 1


@pytest.mark.parametrize(
    ("silenced", "evidence", "is_silent"),
    [
        # A cell that grows to the number of another cell leaves no new word.
        (["421 000 €", "300 000 €", "30 000 €"], ["421 000 €", "300 000 €", "300 000 €"], False),
        (["10", "20", "31"], ["20", "10", "31"], False),
        (["10", "20", "31"], ["10", "31"], False),
        (["10", "20", "31"], ["10", "20", "31"], True),
        (["Total", "1 000 €"], [" total", "1\u00a0000 €"], True),
        (["un", "deux"], ["deux"], True),
        ([], ["421 000 €"], True),
    ],
)
def test_a_number_that_changes_is_asked_again(
    silenced: list[str], evidence: list[str], is_silent: bool
) -> None:
    assert covers(fold_evidence(silenced), fold_evidence(evidence)) is is_silent


def test_a_rule_can_be_silent_as_a_whole(draft: Draft, people: dict[str, User]) -> None:
    checked = silence(check_latest(draft("Un DOUTE.")), people["redaction"], whole_rule=True)

    (kept,) = SilencedFinding.objects.all()
    assert (kept.code, kept.evidence, kept.by, kept.user) == (
        "no-doubt",
        [],
        "Rédac",
        people["redaction"],
    )
    SilencedFinding.objects.update(evidence=["AUTRE"])
    assert len(check_latest(checked.page).warnings) == 1


def test_an_error_is_never_silent(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Une FAUTE.", "Un DOUTE.")
    checked = silence(check_latest(page), people["redaction"], whole_rule=True)
    assert [kept.code for kept in SilencedFinding.objects.all()] == ["no-doubt"]

    programme = get_programme(page)
    for code in ("no-fault", UNFILLED):  # as nothing in the admin writes it
        SilencedFinding.objects.create(programme=programme, code=code, key=code, evidence=[])
    assert [f.code for f in check_latest(page).errors] == ["no-fault"]
    assert [f.code for f in checked.silenced] == ["no-doubt"]


def test_another_programme_is_told(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Un DOUTE.")
    other = ReportIndexPage(title="Autres bilans", slug="autres")
    report_index().get_parent().add_child(instance=other)
    silence_findings(other, check_latest(page).findings, "Un usage.", people["redaction"], "Rédac")

    assert len(check_latest(page).warnings) == 1
    assert check_latest(page).silenced == []


def test_one_silence_for_the_same_words(draft: Draft, people: dict[str, User]) -> None:
    checked = check_latest(draft("Un DOUTE."))
    silence(checked, people["redaction"])
    silence(checked, people["validation"])

    assert SilencedFinding.objects.get().user == people["validation"]


def test_what_is_silent_asks_for_no_reason(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Un DOUTE.")
    acknowledge_findings(check_latest(page), check_latest(page).open, "Voulu.", None, "Import")
    checked = silence(check_latest(page), people["redaction"])
    assert (len(checked.silenced), checked.acknowledged) == (1, [])

    SilencedFinding.objects.all().delete()
    assert len(check_latest(save_draft(page, "Un DOUTE.")).acknowledged) == 1
