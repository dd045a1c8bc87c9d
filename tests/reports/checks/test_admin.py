"""What editors and approvers see of the checks, and who may do what there."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.userbar import ContentCheckerItem

from reports.checks.admin.preview import QUESTIONS, replace_content_checker
from reports.checks.check_result import acknowledge_findings, check_latest
from reports.checks.models import Acknowledgement, CheckSummary
from reports.checks.rule import RULES
from reports.content.models import AnnualReportPage, User
from tests.reports.checks.build import data_table
from tests.reports.checks.conftest import save_draft

Draft = Callable[..., AnnualReportPage]
SPACING = RULES["spacing-missing"]
STRAIGHT = RULES["marks-straight"]  # the other rules are put aside in these tests


def checks_url(page: AnnualReportPage, act: str = "") -> str:
    return reverse(f"bilan_checks{act}", args=[page.pk])


def list_fingerprints(page: AnnualReportPage) -> list[str]:
    return [finding.fingerprint for finding in check_latest(page).findings]


def test_the_panel_says_what_where_and_how_to_repair(draft: Draft, editor: Client) -> None:
    page = draft("Une FAUTE.", "Un DOUTE.")
    html = editor.get(checks_url(page)).json()["html"]

    assert "1 erreur, 1 avertissement" in html
    assert "À corriger avant de publier (1)" in html
    assert "«\u202fFAUTE\u202f» est là." in html
    assert 'href="#block-p0-section"' in html
    assert "Retirez ce mot." in html


def test_the_edit_view_does_not_wait_for_the_checks(
    draft: Draft, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = draft("Une FAUTE.")
    monkeypatch.setattr("reports.checks.check_result.run_rules", None)
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert f'data-bilan-checks="{checks_url(page)}"' in html


def test_findings_of_one_rule_are_one_line_with_their_places_below(
    draft: Draft, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RULES, STRAIGHT.code, STRAIGHT)
    page = draft("Un DOUTE.", "Une FAUTE.", "Un autre DOUTE.", "L'an dernier.", "L'été.")
    html = editor.get(checks_url(page)).json()["html"]
    rule = html.partition('data-rule="À corriger ou à assumer/')[2].partition("</ol>")[0]

    assert rule.count("data-fingerprint") == 2
    assert "(2)</summary>" in rule
    assert "data-bilan-fix" not in rule  # no machine mends it
    assert html.count("data-bilan-fix") == 1
    mended = html.partition("Des apostrophes ou des guillemets sont droits dans 2 blocs")[2]
    assert 'data-bilan-jump="p4"' in mended
    assert 'data-bilan-fix="marks-straight"' in mended


def test_an_approval_lists_findings_of_one_rule_as_one_line(
    draft: Draft, client: Client, people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RULES, STRAIGHT.code, STRAIGHT)
    page = draft("Un DOUTE.", "Un autre DOUTE.", "L'an dernier.", "L'été.")
    page.get_workflow().start(page, people["redaction"])
    state = AnnualReportPage.objects.get(pk=page.pk).current_workflow_task_state
    client.force_login(people["validation"])
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    html = client.get(url).json()["html"]

    doubts = html.partition("<summary>no-doubt (2)</summary>")[2].partition("</details>")[0]
    assert doubts.count("est là.") == html.count("est là.") == 2
    straight = html.partition("</details>")[2]
    assert "et 1 autre endroit<" in straight
    assert "<summary>" not in straight


def test_nothing_is_offered_where_no_machine_can_mend(
    draft: Draft, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RULES, SPACING.code, SPACING)
    kind, value = data_table(("Montant", "2024"), ("30000 €", "12"), caption="Lauréats")
    page = draft()
    page.body = json.dumps([{"type": kind, "value": value, "id": "t0"}])
    page.save_revision()
    html = editor.get(checks_url(page)).json()["html"]

    assert "30000 €" in html
    assert "data-bilan-fix" not in html


def test_a_new_report_has_no_panel_yet(editor: Client, draft: Draft) -> None:
    index = draft().get_parent()
    url = reverse("wagtailadmin_pages:add", args=["reports", "annualreportpage", index.pk])
    response = editor.get(url)

    assert response.status_code == 200
    assert "data-bilan-checks" not in response.content.decode()


def test_the_findings_follow_the_saved_draft(draft: Draft, editor: Client) -> None:
    page = draft("Rien.")
    assert editor.get(checks_url(page)).json()["notes"] == {}
    save_draft(page, "Rien.", "Un DOUTE.")
    answer = editor.get(checks_url(page))

    assert "no-store" in answer["Cache-Control"]
    assert answer.json()["notes"] == {
        "p1": [
            {
                "what": "«\u202fDOUTE\u202f» est là.",
                "repair": "Retirez ce mot.",
                "severity": "warning",
            }
        ]
    }
    assert "1 avertissement" in answer.json()["html"]


def test_a_warning_is_acknowledged_shown_and_asked_again(draft: Draft, editor: Client) -> None:
    page = draft("Un DOUTE.")
    (mark,) = list_fingerprints(page)
    answer = editor.post(checks_url(page, "_assume"), {"fingerprint": mark, "reason": "Voulu."})

    assert answer.json()["notes"] == {}
    assert "Assumé par redaction" in answer.json()["html"]
    again = editor.post(checks_url(page, "_withdraw"), {"fingerprint": mark})
    assert list(again.json()["notes"]) == ["p0"]
    assert not Acknowledgement.objects.exists()


def test_one_reason_for_all_alike(draft: Draft, editor: Client) -> None:
    page = draft("Un DOUTE.", "Un autre DOUTE.", "Une FAUTE.")
    mark = next(f.fingerprint for f in check_latest(page).warnings)
    given = {"fingerprint": mark, "reason": "Voulu.", "alike": "1"}
    editor.post(checks_url(page, "_assume"), given)

    checked = check_latest(page)
    assert (len(checked.errors), len(checked.warnings), len(checked.acknowledged)) == (1, 0, 2)


@pytest.mark.parametrize("reason", ["", "   "])
def test_no_reason_no_acknowledgement(draft: Draft, editor: Client, reason: str) -> None:
    page = draft("Un DOUTE.")
    given = {"fingerprint": list_fingerprints(page), "reason": reason}
    answer = editor.post(checks_url(page, "_assume"), given)

    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Donnez une raison")
    assert not Acknowledgement.objects.exists()


def test_no_error_is_acknowledged_by_hand(draft: Draft, editor: Client) -> None:
    page = draft("Une FAUTE.")
    given = {"fingerprint": list_fingerprints(page), "reason": "Voulu."}

    assert editor.post(checks_url(page, "_assume"), given).status_code == 409
    assert not Acknowledgement.objects.exists()


def test_a_finding_that_has_changed_meanwhile_is_not_acknowledged(
    draft: Draft, editor: Client
) -> None:
    page = draft("Un DOUTE.")
    old = list_fingerprints(page)
    save_draft(page, "Un autre DOUTE.")

    answer = editor.post(checks_url(page, "_assume"), {"fingerprint": old, "reason": "Voulu."})
    assert answer.status_code == 409


@pytest.mark.parametrize("act", ["", "_assume", "_withdraw"])
def test_nobody_else_is_told_anything(draft: Draft, client: Client, act: str) -> None:
    page = draft("Un DOUTE.")
    given = {"fingerprint": list_fingerprints(page), "reason": "Voulu."}
    outsider = User.objects.create_user("ailleurs")  # in the admin, but not for this page
    outsider.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for user in (None, outsider):
        client.logout()
        if user:
            client.force_login(user)
        url = checks_url(page, act)
        response = client.post(url, given) if act else client.get(url)
        assert response.status_code in (302, 403)
        assert b"DOUTE" not in response.content
    assert not Acknowledgement.objects.exists()


def test_the_list_of_reports_counts_findings(draft: Draft, editor: Client) -> None:
    page = draft("Une FAUTE.", "Un DOUTE.")
    url = reverse("wagtailadmin_explore", args=[page.get_parent().pk])

    assert "1 erreur, 1 avertissement" in editor.get(url).content.decode()
    save_draft(page, "Un DOUTE.")
    assert "1 erreur" not in editor.get(url).content.decode()
    kept = CheckSummary.objects.get(report=page)
    assert (kept.errors, kept.warnings) == (0, 1)


def test_the_list_reads_no_report_again_that_has_not_changed(draft: Draft, editor: Client) -> None:
    pages = [draft("Un DOUTE.", year=year) for year in range(2020, 2024)]
    url = reverse("wagtailadmin_explore", args=[pages[0].get_parent().pk])
    editor.get(url)
    with CaptureQueriesContext(connection) as captured:
        editor.get(url)

    ours = [q["sql"] for q in captured if "checksummary" in q["sql"]]
    assert ours
    assert not [sql for sql in ours if "INSERT" in sql or "UPDATE" in sql or "DELETE" in sql]
    assert len(ours) == 1


def test_the_command_as_text_and_as_json(draft: Draft) -> None:
    page = draft("Une FAUTE.", "Un DOUTE.")
    checked = check_latest(page)
    acknowledge_findings(checked, checked.warnings, "Voulu.", None, "Import")
    text, data = StringIO(), StringIO()
    call_command("check_report", "2024", stdout=text)
    call_command("check_report", "2024", "--format", "json", stdout=data)

    assert "Bilan 2024 : 1 erreur, 1 constat assumé." in text.getvalue()
    assert "Erreur [no-fault] « FAUTE » est là." in text.getvalue()
    assert ": Voulu." in text.getvalue()
    told = json.loads(data.getvalue())
    assert (told["errors"], told["warnings"], told["acknowledged"]) == (1, 0, 1)
    first, second = told["findings"]
    assert (first["code"], first["severity"], first["block"]) == ("no-fault", "error", "p0")
    assert first["acknowledged"] is None
    assert second["acknowledged"]["reason"] == "Voulu."


def test_the_command_fails_where_it_is_asked_to(draft: Draft) -> None:
    draft("Une FAUTE.")
    with pytest.raises(CommandError, match="des erreurs sont ouvertes"):
        call_command("check_report", "2024", "--fail", stdout=StringIO())
    with pytest.raises(CommandError, match="Il n’y a pas de bilan 1999"):
        call_command("check_report", "1999")


def test_the_preview_asks_what_only_the_drawn_page_can_answer() -> None:
    items = [ContentCheckerItem(in_editor=True)]
    replace_content_checker(None, items, None)  # type: ignore[arg-type]
    spec = items[0].get_axe_configuration(None)

    assert set(QUESTIONS) <= set(spec["options"]["runOnly"])
    assert spec["messages"]["image-alt"]["error_name"] == "Image sans texte alternatif"
    assert items[0].in_editor
