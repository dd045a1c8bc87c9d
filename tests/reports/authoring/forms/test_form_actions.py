"""A form that is sent twice, saves itself, or is late does what somebody asked for, once."""

import json
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from reports.content.models import AnnualReportPage, Service, User
from tests.reports.checks.edit_form import build_form

Draft = Callable[..., AnnualReportPage]

APPROVE = {
    "action-workflow-action": "true",
    "workflow-action-name": "approve",
    "workflow-action-extra-data": json.dumps({"comment": ""}),
}


@pytest.fixture
def approver(people: dict[str, User]) -> Client:
    client = Client()
    client.force_login(people["validation"])
    return client


@pytest.fixture
def page(people: dict[str, User], draft: Draft) -> AnnualReportPage:
    page = draft("Tout va bien.")
    page.get_workflow().start(page, people["redaction"])
    return again(page)


def again(page: AnnualReportPage) -> AnnualReportPage:
    return AnnualReportPage.objects.get(pk=page.pk)


def send(client: Client, page: AnnualReportPage, **more: str) -> str:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(url, build_form("Tout va bien.") | more, follow=True)
    assert answer.status_code == 200
    return " ".join(str(message) for message in answer.context["messages"])


def step(page: AnnualReportPage) -> str:
    state = again(page).current_workflow_task_state
    return state.task.name if state else ""


def test_a_form_sent_twice_approves_one_step(page: AnnualReportPage, approver: Client) -> None:
    opened = {"bilan_step": str(page.current_workflow_task_state.pk)}
    told = send(approver, page, **APPROVE, **opened)
    assert "Approuvé. Il reste une étape : « Validation »." in told
    assert "Voir la page" not in told
    assert step(page) == "Validation"
    assert "n’est plus en cours : rien n’est approuvé" in send(approver, page, **APPROVE, **opened)
    assert step(page) == "Validation"
    assert not again(page).live


def test_who_may_take_the_next_step_stays_in_the_report(
    page: AnnualReportPage, approver: Client
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert approver.post(edit, build_form("Bien.") | APPROVE).url == edit
    list_of_reports = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    assert approver.post(edit, build_form("Bien.") | APPROVE).url == list_of_reports


def test_the_last_step_is_approved_once(page: AnnualReportPage, approver: Client) -> None:
    send(approver, page, **APPROVE)
    told = send(approver, page, **APPROVE)
    assert "Approuvé et publié." in told
    assert again(page).live
    assert f'href="{again(page).url}"' in told
    assert "Voir la page" in told
    assert "n’est plus en cours" in send(approver, page, **APPROVE)
    assert again(page).live
    assert again(page).revisions.count() > 1


def test_what_is_sent_back_is_told(page: AnnualReportPage, approver: Client) -> None:
    words = {"workflow-action-extra-data": json.dumps({"comment": "Reprenez le titre."})}
    told = send(approver, page, **APPROVE | words | {"workflow-action-name": "reject"})
    assert "Renvoyé à qui l’a soumis" in told
    assert again(page).current_workflow_state.status == "needs_changes"


def test_the_form_says_what_is_to_be_changed_until_it_is_submitted_again(
    page: AnnualReportPage, approver: Client, people: dict[str, User]
) -> None:
    def read_messages() -> str:
        answer = writer.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        return " ".join(str(message) for message in answer.context["messages"])

    writer = Client()
    writer.force_login(people["redaction"])
    assert "demande des modifications" not in read_messages()
    words = {"workflow-action-extra-data": json.dumps({"comment": "Le <b>titre</b>.\nLa somme."})}
    send(approver, page, **APPROVE | words | {"workflow-action-name": "reject"})
    shown = read_messages()
    assert "<strong>Relecture : validation demande des modifications.</strong>" in shown
    assert "<p>Le &lt;b&gt;titre&lt;/b&gt;.<br>La somme.</p>" in shown
    send(writer, page, **{"action-submit": "1"})
    assert "demande des modifications" not in read_messages()


def test_the_form_of_a_record_says_what_is_to_be_changed(people: dict[str, User]) -> None:
    record = Service.objects.create(slug="mano", name="Mano", live=False)
    record.save_revision(user=people["administration"])
    state = record.get_workflow().start(record, people["administration"])
    step = state.current_task_state
    step.task.specific.on_action(step, people["validation"], "reject", comment="Le nom.")
    client = Client()
    client.force_login(people["administration"])
    edit = record.snippet_viewset.get_url_name("edit")
    answer = client.get(reverse(edit, args=[record.pk]))
    (message,) = answer.context["messages"]
    assert "demande des modifications" in str(message)
    assert "<p>Le nom.</p>" in str(message)


def test_the_page_says_which_step_it_was_opened_at(
    page: AnnualReportPage, approver: Client
) -> None:
    shown = approver.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    state = page.current_workflow_task_state
    assert f'<input type="hidden" name="bilan_step" value="{state.pk}">' in shown


@pytest.mark.parametrize("act", [APPROVE, {"action-publish": "1"}, {"action-cancel-workflow": "1"}])
def test_what_saves_itself_does_nothing_else(
    page: AnnualReportPage, people: dict[str, User], act: dict[str, str]
) -> None:
    client = Client()
    client.force_login(people["administration"])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    began = page.get_latest_revision()
    loaded = {
        "loaded_revision_id": str(began.pk),
        "loaded_revision_created_at": began.created_at.isoformat(),
    }
    answer = client.post(
        url, build_form("Autre.") | loaded | act, headers={"accept": "application/json"}
    )
    assert (answer.status_code, answer.json()["success"]) == (200, True)
    assert "Autre." in str(again(page).get_latest_revision_as_object().body)
    assert (again(page).live, step(page)) == (False, "Relecture")


def test_a_record_that_saves_itself_is_not_published(people: dict[str, User]) -> None:
    service = Service.objects.create(slug="mano", name="Mano", live=False)
    client = Client()
    client.force_login(people["administration"])
    url = reverse(Service.snippet_viewset.get_url_name("edit"), args=[service.pk])
    data = {"name": "Mano", "slug": "mano", "action-publish": "1"}
    answer = client.post(url, data, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error_message"].startswith("Un enregistrement automatique")
    service.refresh_from_db()
    assert not service.live


def test_of_two_who_act_at_once_the_second_finds_the_step_over(
    page: AnnualReportPage, people: dict[str, User]
) -> None:
    first, second = again(page), again(page)
    state, same = first.current_workflow_task_state, second.current_workflow_task_state
    state.task.specific.on_action(state, people["validation"], "approve")
    with pytest.raises(PermissionDenied):
        same.task.specific.on_action(same, people["administration"], "approve")
    assert step(page) == "Validation"
