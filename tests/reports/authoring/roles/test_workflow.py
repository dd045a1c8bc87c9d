"""Two steps: who reads again, who publishes, who hears of it, in French."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState

from reports.authoring.models import ReportApprovalTask
from reports.content.models import AnnualReportPage, Service, User
from reports.demo.accounts import ensure_accounts

Draft = Callable[..., AnnualReportPage]
WITH_ITS_RECORD = "1 fiche paraîtra avec le bilan\u202f: Mano."


@pytest.fixture
def team(people: dict[str, User]) -> dict[str, User]:
    """One more who writes, and an address for everybody."""
    colleague = User.objects.create_user("collègue")
    colleague.groups.set(people["redaction"].groups.all())
    for user in User.objects.all():
        user.email = f"{len(user.username)}.{user.username[:2]}@bilan.example"
        user.save()
    return {user.username: user for user in User.objects.all()}


def step(page: Page) -> Any:
    return type(page).objects.get(pk=page.pk).current_workflow_task_state


def act(page: Page, user: User, action: str, **kwargs: str) -> None:
    state = step(page)
    state.task.specific.on_action(state, user, action, **kwargs)


def offered(page: Page, user: User) -> list[str]:
    return [name for name, *_ in step(page).task.specific.get_actions(page, user)]


@pytest.fixture
def page(team: dict[str, User], draft: Draft) -> AnnualReportPage:
    """A report that « redaction » has submitted."""
    page = draft("Tout va bien.")
    page.get_workflow().start(page, team["redaction"])
    return AnnualReportPage.objects.get(pk=page.pk)


def test_somebody_else_reads_again(page: AnnualReportPage, team: dict[str, User]) -> None:
    for name in ("collègue", "validation", "administration"):
        assert offered(page, team[name]) == ["reject", "approve"]
    assert offered(page, team["redaction"]) == []
    assert list(TaskState.objects.reviewable_by(team["redaction"])) == []
    assert list(TaskState.objects.reviewable_by(team["collègue"])) == [step(page)]
    with pytest.raises(PermissionDenied):
        act(page, team["redaction"], "approve")


def test_the_state_that_is_acted_on_decides_not_the_page_in_the_address(
    page: AnnualReportPage, team: dict[str, User], draft: Draft, client: Client
) -> None:
    other = draft("Tout va bien.", year=2023)
    other.get_workflow().start(other, team["collègue"])
    client.force_login(team["redaction"])
    own = step(page)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[other.pk, "approve", own.pk]))

    own.refresh_from_db()
    assert own.status == "in_progress"


def test_who_submits_again_is_the_one_who_has_submitted(
    page: AnnualReportPage, team: dict[str, User]
) -> None:
    act(page, team["validation"], "reject", comment="Reprenez.")
    page.workflow_states.get().resume(team["collègue"])

    assert offered(page, team["collègue"]) == []
    assert offered(page, team["redaction"]) == ["reject", "approve"]


def test_then_validation_publishes_and_nobody_else(
    page: AnnualReportPage, team: dict[str, User]
) -> None:
    act(page, team["collègue"], "approve")
    assert step(page).task.name == "Validation"
    assert offered(page, team["collègue"]) == []
    assert page.workflow_states.get().requested_by == team["redaction"]
    act(page, team["validation"], "approve")

    page.refresh_from_db()
    assert page.live


def submit_with_draft_service(page: AnnualReportPage, author: User) -> AnnualReportPage:
    service = Service.objects.create(name="Mano", slug="mano", live=False)
    card = {"service": service.pk, "name": "Mano", "facts": []}
    cards = [{"type": "item", "id": "i", "value": card}]
    page.body = json.dumps([{"type": "impact_cards", "id": "c", "value": {"cards": cards}}])
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    return page


def test_no_record_is_published_before_a_report_that_waits_for_its_hour(
    team: dict[str, User], draft: Draft, client: Client
) -> None:
    page = draft("Tout va bien.")
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    submit_with_draft_service(page, team["redaction"])
    act(page, team["collègue"], "approve")

    client.force_login(team["validation"])
    address = action_address(page, "approve")
    assert WITH_ITS_RECORD in client.get(address).json()["html"]
    client.post(address)
    revision = AnnualReportPage.objects.get(pk=page.pk).scheduled_revision
    assert revision is not None
    assert not Service.objects.get().live

    past = timezone.now() - datetime.timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled")
    assert Service.objects.get().live


def test_the_records_that_a_report_needs_are_published_with_it(
    team: dict[str, User], draft: Draft, client: Client
) -> None:
    page = submit_with_draft_service(draft("Tout va bien."), team["redaction"])

    client.force_login(team["administration"])  # at the first step, which publishes nothing
    address = action_address(page, "approve")
    assert WITH_ITS_RECORD not in client.get(address).json()["html"]
    client.post(address)
    assert not Service.objects.get().live

    client.force_login(team["validation"])
    address = action_address(page, "approve")
    assert WITH_ITS_RECORD in client.get(address).json()["html"]
    client.post(address)
    assert AnnualReportPage.objects.get(pk=page.pk).live
    assert Service.objects.get().live


def action_address(page: Page, action: str) -> str:
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, step(page).pk])


def written_to(user: User) -> list[str]:
    return [f"{m.subject}\n{m.body}" for m in mail.outbox if m.to == [user.email]]


def test_each_hears_in_french_of_what_waits_for_them(
    page: AnnualReportPage, team: dict[str, User]
) -> None:
    (asked,) = written_to(team["collègue"])
    assert "a été soumise" in asked
    assert "Relecture" in asked
    assert written_to(team["redaction"]) == []

    mail.outbox.clear()
    act(page, team["collègue"], "approve")
    (asked,) = written_to(team["validation"])
    assert "Validation" in asked
    assert written_to(team["collègue"]) == []

    mail.outbox.clear()
    act(page, team["validation"], "reject", comment="La somme ne tombe pas juste.")
    (sent_back,) = written_to(team["redaction"])
    assert "La somme ne tombe pas juste." in sent_back
    assert f"/admin/pages/{page.pk}/edit/" in sent_back

    mail.outbox.clear()
    page.workflow_states.get().resume(team["redaction"])
    act(page, team["validation"], "approve")
    (approved,) = written_to(team["redaction"])
    assert "approuvée" in approved
    for word in ("submitted", "approved", "rejected", "page here", "moderation stage"):
        assert all(word not in f"{m.subject} {m.body}" for m in mail.outbox)


def test_changes_are_asked_for_in_words(
    page: AnnualReportPage, team: dict[str, User], client: Client
) -> None:
    client.force_login(team["validation"])
    state = step(page)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
    modal = {"x-requested-with": "XMLHttpRequest"}
    answer = client.post(url, {"comment": ""}, headers=modal)

    assert "Ce qu’il faut modifier" in answer.json()["html"]
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_the_demonstration_has_no_superuser(people: dict[str, User]) -> None:
    ensure_accounts()
    assert not User.objects.filter(is_superuser=True).exists()


def bar_second_approval(is_barred: bool) -> None:
    ReportApprovalTask.objects.filter(name="Validation").update(another_approver=is_barred)


@pytest.mark.parametrize("is_barred", [False, True])
def test_a_setting_says_whether_one_person_takes_both_steps(
    page: AnnualReportPage, team: dict[str, User], is_barred: bool
) -> None:
    bar_second_approval(is_barred)
    act(page, team["validation"], "approve")

    assert step(page).task.name == "Validation"
    assert offered(page, team["validation"]) == ([] if is_barred else ["reject", "approve"])
    reviewable = list(TaskState.objects.reviewable_by(team["validation"]))
    assert reviewable == ([] if is_barred else [step(page)])
    assert offered(page, team["administration"]) == ["reject", "approve"]
    if is_barred:
        with pytest.raises(PermissionDenied):
            act(page, team["validation"], "approve")
    else:
        act(page, team["validation"], "approve")
    page.refresh_from_db()
    assert page.live is not is_barred


def test_a_second_person_takes_the_second_step(
    page: AnnualReportPage, team: dict[str, User]
) -> None:
    bar_second_approval(True)
    act(page, team["collègue"], "approve")
    act(page, team["validation"], "approve")
    page.refresh_from_db()
    assert page.live


def read_form(client: Client, page: Page, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_the_form_says_who_may_approve_where_one_may_not(
    page: AnnualReportPage, team: dict[str, User], client: Client
) -> None:
    groups = "Demandez au groupe Rédaction ou au groupe Validation ou au groupe Administration."
    form = read_form(client, page, team["redaction"])
    assert f"Vous l’avez soumis\u00a0: quelqu’un d’autre doit le relire. {groups}" in form
    assert "Demandez au groupe" not in read_form(client, page, team["collègue"])

    bar_second_approval(True)
    act(page, team["validation"], "approve")
    groups = "Demandez au groupe Validation ou au groupe Administration."
    assert groups in read_form(client, page, team["collègue"])
    form = read_form(client, page, team["validation"])
    assert "Vous avez approuvé l’étape précédente" in form
    assert groups in form


def test_the_setting_is_in_the_form_of_the_step(team: dict[str, User], client: Client) -> None:
    client.force_login(team["administration"])
    task = ReportApprovalTask.objects.get(name="Validation")
    form = client.get(reverse("wagtailadmin_workflows:edit_task", args=[task.pk])).content.decode()
    assert "Par qui n’a pas approuvé avant" in form
    assert "la même personne peut relire puis valider" in form
