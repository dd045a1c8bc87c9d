"""Setting up adds what is missing, takes nothing away, and harms nothing that is under way."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import (
    Collection,
    GroupPagePermission,
    Page,
    Task,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from reports.authoring.models import ReportApprovalTask
from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, User
from reports.content.models.roles import ROLES

pytestmark = pytest.mark.django_db


def given() -> dict[str, list[str]]:
    """Every permission of every group, wherever it holds."""
    return {
        group.name: sorted(
            [
                *(str(p) for p in group.permissions.all()),
                *(f"page {p.permission} {p.page_id}" for p in group.page_permissions.all()),
                *(f"collection {p}" for p in group.collection_permissions.values_list("pk")),
            ]
        )
        for group in Group.objects.all()
    }


def steps(workflow: str = "Relecture du bilan") -> list[str]:
    return [task.name for task in Workflow.objects.get(name=workflow).tasks]


def test_the_command_says_what_it_has_made_and_then_that_all_is_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("set_up")
    first = capsys.readouterr().out
    call_command("set_up")

    assert "Groupe « Rédaction » créé, avec 17 permissions." in first
    assert "Circuit « Relecture du bilan » créé : Relecture, puis Validation." in first
    assert "Groupe « Editors » de Wagtail retiré : il ne servait pas." in first
    assert capsys.readouterr().out == "Tout est en place.\n"
    assert {group.name for group in Group.objects.all()} == {role.name for role in ROLES}
    assert steps() == ["Relecture", "Validation"]
    assert not Workflow.objects.filter(name="Moderators approval").exists()


def test_the_roots_that_wagtail_makes_have_french_names() -> None:
    Page.objects.filter(depth=1).update(title="Root")
    collection = Collection.objects.get(depth=1)
    collection.name = "Nos fichiers"
    collection.save()
    assert "Racine des pages et des fichiers : « Racine »." in set_up()
    assert Page.objects.get(depth=1).title == "Racine"
    assert Collection.objects.get(depth=1).name == "Nos fichiers"


def test_what_an_operator_gave_stays_and_what_is_missing_comes_back() -> None:
    set_up()
    editors = Group.objects.get(name="Rédaction")
    editors.permissions.add(Permission.objects.get(codename="delete_term"))
    as_left = given()
    editors.permissions.remove(Permission.objects.get(codename="add_term"))
    GroupPagePermission.objects.filter(group=editors).first().delete()

    assert set_up() == ["Groupe « Rédaction » complété : 2 permissions."]
    assert given() == as_left


@pytest.mark.parametrize("use", ["member", "step"])
def test_a_group_of_wagtails_that_is_used_stays(use: str) -> None:
    group = Group.objects.get(name="Moderators")
    if use == "member":
        User.objects.create_user("ancienne").groups.add(group)
    else:
        task = ReportApprovalTask.objects.create(name="Autre")
        task.groups.add(group)
    set_up()

    assert list(Group.objects.filter(name__in=["Editors", "Moderators"])) == [group]


def test_later_nothing_of_wagtails_is_removed() -> None:
    set_up()
    Group.objects.create(name="Editors")
    set_up()

    assert Group.objects.filter(name="Editors").exists()


def test_a_workflow_of_the_operators_own_stays_on_the_pages() -> None:
    own = Workflow.objects.create(name="Le nôtre")
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": own}
    )

    assert "Un autre circuit est en place, il reste : « Le nôtre »." in set_up()
    assert WorkflowPage.objects.get().workflow == own


def test_a_step_that_the_operator_took_out_stays_out() -> None:
    set_up()
    WorkflowTask.objects.filter(task__name="Relecture").delete()

    assert set_up() == []
    assert steps() == ["Validation"]


@pytest.fixture
def single_step(
    people: dict[str, User], draft: Callable[..., AnnualReportPage]
) -> AnnualReportPage:
    """A database as an earlier version made it, with a report that waits for approval."""
    WorkflowTask.objects.filter(task__name="Relecture").delete()
    Task.objects.filter(name="Relecture").delete()
    page = draft("Tout va bien.")
    page.get_workflow().start(page, people["redaction"])
    return page


def approve(page: AnnualReportPage, user: User) -> None:
    state: Any = AnnualReportPage.objects.get(pk=page.pk).current_workflow_task_state
    state.task.specific.on_action(state, user, "approve")


def test_a_report_on_its_way_is_published_by_the_one_approval_it_waits_for(
    single_step: AnnualReportPage, people: dict[str, User]
) -> None:
    assert set_up() == ["Circuit « Relecture du bilan » complété : Relecture avant Validation."]
    assert steps() == ["Relecture", "Validation"]
    approve(single_step, people["validation"])

    single_step.refresh_from_db()
    assert single_step.live
    assert WorkflowState.objects.get().status == "approved"
    assert TaskState.objects.get(task__name="Relecture").status == "skipped"


def test_a_report_that_was_sent_back_needs_no_more_than_before(
    single_step: AnnualReportPage, people: dict[str, User]
) -> None:
    state = single_step.current_workflow_task_state
    state.task.specific.on_action(state, people["validation"], "reject")
    set_up()
    WorkflowState.objects.get().resume(people["redaction"])
    approve(single_step, people["validation"])

    single_step.refresh_from_db()
    assert single_step.live


def test_the_next_submission_takes_both_steps(
    single_step: AnnualReportPage, people: dict[str, User]
) -> None:
    set_up()
    approve(single_step, people["validation"])
    page = AnnualReportPage.objects.get()
    page.save_revision(user=people["redaction"])
    page.get_workflow().start(page, people["redaction"])

    assert page.current_workflow_task.name == "Relecture"
