"""No report with an open error is published by hand, whichever way it is tried."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import GroupApprovalTask, PageLogEntry, WorkflowTask

from reports.checks.check_result import acknowledge_findings, check_latest
from reports.checks.gate import PublicationRefused
from reports.content.models import AnnualReportPage, ContentPage, User
from tests.reports.checks.conftest import save_draft
from tests.reports.checks.edit_form import build_form

Draft = Callable[..., AnnualReportPage]
REFUSED = "n’est pas publié : 1 erreur à corriger. Paragraphe › Texte : « FAUTE » est là."
WRITTEN = REFUSED.replace(". ", ".\n– ")  # in a mail, with a line for each error


def message_text(response: Any) -> str:
    html = " ".join(str(message) for message in response.context["messages"])
    return " ".join(strip_tags(html).split())


@pytest.fixture
def approver(people: dict[str, User], client: Client) -> Client:
    client.force_login(people["validation"])
    return client


def test_from_the_edit_view_the_draft_is_kept_and_not_published(
    draft: Draft, approver: Client
) -> None:
    page = draft("Rien.")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = approver.post(url, build_form("Une FAUTE.") | {"action-publish": "1"}, follow=True)

    assert REFUSED in message_text(response)
    page.refresh_from_db()
    assert not page.live
    assert "FAUTE" in str(page.get_latest_revision_as_object().body)


def test_from_the_edit_view_a_report_without_errors_is_published(
    draft: Draft, approver: Client
) -> None:
    page = draft("Une FAUTE.")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    approver.post(url, build_form("Un DOUTE.") | {"action-publish": "1"})

    page.refresh_from_db()
    assert page.live


def test_of_a_choice_of_pages_none_is_published_where_one_has_errors(
    draft: Draft, approver: Client
) -> None:
    bad, good = draft("Une FAUTE.", year=2023), draft("Rien.", year=2024)
    worse = draft("Encore une FAUTE.", year=2022)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = approver.post(
        f"{url}?id={bad.pk}&id={good.pk}&id={worse.pk}&next=/admin/",
        {"include_descendants": ""},
        follow=True,
    )

    assert message_text(response).count(REFUSED) == 2
    assert not AnnualReportPage.objects.filter(live=True).exists()


def test_the_reports_below_a_chosen_page_count_too(draft: Draft, approver: Client) -> None:
    page = draft("Une FAUTE.")
    index = page.get_parent()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = approver.post(
        f"{url}?id={index.pk}&next=/admin/", {"include_descendants": "on"}, follow=True
    )

    assert REFUSED in message_text(response)
    page.refresh_from_db()
    assert not page.live


def submit_draft(page: AnnualReportPage, user: User) -> Any:
    """The first step: somebody else reads it."""
    page.get_workflow().start(page, user)
    return page.current_workflow_task_state


def read_again(page: AnnualReportPage, user: User) -> Any:
    """The last step, once a colleague has read what was submitted."""
    state = submit_draft(page, user)
    state.task.specific.on_action(state, User.objects.get(username="validation"), "approve")
    return AnnualReportPage.objects.get(pk=page.pk).current_workflow_task_state


def approve(client: Client, page: AnnualReportPage, state: Any, **headers: str) -> Any:
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return client.post(url, {"comment": ""}, follow=True, headers=headers)


@pytest.mark.parametrize("step", [submit_draft, read_again])
def test_an_approval_is_refused_and_stays_to_be_given(
    draft: Draft, approver: Client, people: dict[str, User], step: Callable[..., Any]
) -> None:
    page = draft("Rien.")
    state = step(page, people["redaction"])
    save_draft(page, "Une FAUTE.")
    response = approve(approver, page, state)

    assert REFUSED in message_text(response)
    state.refresh_from_db()
    page.refresh_from_db()
    assert (state.status, page.live) == ("in_progress", False)


def test_an_approval_in_wagtails_modal_leads_to_the_report(
    draft: Draft, approver: Client, people: dict[str, User]
) -> None:
    page = draft("Une FAUTE.")
    state = submit_draft(page, people["redaction"])
    headers = {"x-requested-with": "XMLHttpRequest"}
    answer = approve(approver, page, state, **headers).json()

    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert answer == {"step": "success", "redirect": edit}


def test_another_kind_of_task_lets_no_error_through(
    draft: Draft, approver: Client, people: dict[str, User]
) -> None:
    task = GroupApprovalTask.objects.create(name="Autre")
    task.groups.set(people["validation"].groups.all())
    WorkflowTask.objects.filter(task__name="Relecture").delete()
    WorkflowTask.objects.update(task=task)
    page = draft("Une FAUTE.")
    response = approve(approver, page, submit_draft(page, people["redaction"]))

    assert REFUSED in message_text(response)
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize("step", [submit_draft, read_again])
def test_the_approver_sees_the_findings_and_who_answers_for_them(
    draft: Draft, approver: Client, people: dict[str, User], step: Callable[..., Any]
) -> None:
    page = draft("Un DOUTE.")
    checked = check_latest(page)
    acknowledge_findings(
        checked, checked.warnings, "C’est voulu.", people["redaction"], "redaction"
    )
    state = step(page, people["redaction"])
    url = reverse(
        "wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, "approve", state.pk]
    )
    shown = approver.get(url).json()["html"]

    assert "«\u202fDOUTE\u202f» est là." in shown
    assert "Assumé par redaction" in shown
    assert "C’est voulu." in shown
    assert shown.index("<form") < shown.index("«\u202fDOUTE\u202f» est là."), (
        "the button is out of sight"
    )
    approve(approver, page, state)
    page.refresh_from_db()
    assert page.live is (step is read_again)


def test_with_errors_the_approver_is_offered_no_button(
    draft: Draft, approver: Client, people: dict[str, User]
) -> None:
    page = draft("Une FAUTE.")
    state = submit_draft(page, people["redaction"])
    url = reverse(
        "wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, "approve", state.pk]
    )
    shown = approver.get(url).json()["html"]

    assert "«\u202fFAUTE\u202f» est là." in shown
    assert "<form" not in shown


def schedule_draft(page: AnnualReportPage, *texts: str) -> AnnualReportPage:
    """A report whose hour has come, whatever is in it."""
    past = timezone.now() - datetime.timedelta(minutes=5)
    page = save_draft(page, *texts, go_live_at=past)
    page.latest_revision.approved_go_live_at = past
    page.latest_revision.save()
    return page


def test_a_scheduled_report_with_errors_is_held_announced_and_stops_no_other(
    draft: Draft, people: dict[str, User], capsys: pytest.CaptureFixture[str]
) -> None:
    people["redaction"].email = "redaction@bilan.example"
    people["redaction"].save()
    bad = schedule_draft(draft("Rien.", year=2023), "Une FAUTE.")
    bad.latest_revision.user = people["redaction"]
    bad.latest_revision.save()
    good = schedule_draft(draft("Rien.", year=2024), "Tout va bien.")
    other = ContentPage(title="Autre", slug="autre", live=False)
    good.get_parent().get_parent().add_child(instance=other)
    revision = other.save_revision()
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision.save()

    call_command("publish_scheduled")

    bad.refresh_from_db()
    bad.latest_revision.refresh_from_db()
    assert not bad.live
    assert bad.latest_revision.approved_go_live_at is None
    for page in (good, other):
        page.refresh_from_db()
        assert page.live
    assert WRITTEN in capsys.readouterr().out
    (entry,) = PageLogEntry.objects.filter(action="reports.publication.publish.held")
    assert entry.page_id == bad.pk
    assert "« FAUTE » est là." in entry.formatter.format_message(entry)
    (sent,) = mail.outbox
    assert (sent.to, WRITTEN in sent.body) == (["redaction@bilan.example"], True)


def test_a_dry_run_of_the_schedule_holds_nothing(draft: Draft) -> None:
    page = schedule_draft(draft("Rien."), "Une FAUTE.")
    call_command("publish_scheduled", "--dryrun")

    page.latest_revision.refresh_from_db()
    assert page.latest_revision.approved_go_live_at is not None


def test_by_hand_an_error_that_is_acknowledged_stops_nothing(
    draft: Draft, people: dict[str, User]
) -> None:
    page = draft("Une FAUTE.")
    with pytest.raises(PublicationRefused):
        page.get_latest_revision().publish(user=people["validation"])
    checked = check_latest(page)
    acknowledge_findings(checked, checked.open, "Publié ainsi en son temps.", None, "Import")
    page.get_latest_revision().publish(user=people["validation"])

    page.refresh_from_db()
    assert page.live


def test_code_that_publishes_without_a_user_answers_for_itself(draft: Draft) -> None:
    page = draft("Une FAUTE.")
    page.get_latest_revision().publish()

    page.refresh_from_db()
    assert page.live
