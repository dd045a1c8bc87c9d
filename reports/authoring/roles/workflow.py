"""Creates the review workflow of two steps: a colleague rereads, then Validation publishes."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import (
    Page,
    TaskState,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from reports.authoring.models import ReportApprovalTask
from reports.content.models.record_kind import list_models
from reports.content.models.roles import ADMINISTRATORS, APPROVERS, EDITORS

NAME, OF_RECORDS = "Relecture du bilan", "Validation d’une fiche"
READING, APPROVAL = "Relecture", "Validation"
WAGTAILS_OWN = "Moderators approval"
LATER = "Étape ajoutée au circuit après cette soumission."


def ensure_workflow() -> list[str]:
    """Create the workflows of pages and of records, unless the operator has set up others.

    Return in French what was created. Groups that a step of ours lacks are added to it.
    """
    lines = []
    if not ReportApprovalTask.objects.filter(name=APPROVAL).exists():
        lines.append(f"Étape « {APPROVAL} » créée.")
    approval = ensure_task(APPROVAL, APPROVERS, ADMINISTRATORS)
    lines += of_pages(approval)
    lines += of_records(approval)
    return lines


def ensure_task(name: str, *groups: str, another_reader: bool = False) -> ReportApprovalTask:
    task = ReportApprovalTask.objects.filter(name=name).order_by("pk").first()
    if task is None:
        task = ReportApprovalTask.objects.create(name=name, another_reader=another_reader)
    task.groups.add(*Group.objects.filter(name__in=groups))
    return task


def of_pages(approval: ReportApprovalTask) -> list[str]:
    root = Page.get_first_root_node()
    there = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if there and there.workflow.name not in (NAME, WAGTAILS_OWN):
        return [f"Un autre circuit est en place, il reste : « {there.workflow.name} »."]
    workflow, made = Workflow.objects.get_or_create(name=NAME)
    if made:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    if not made and list(workflow.tasks) != [approval.task_ptr]:
        return []  # in two steps already, or in those that the operator has made of it
    new = not ReportApprovalTask.objects.filter(name=READING).exists()
    reading = ensure_task(READING, EDITORS, APPROVERS, ADMINISTRATORS, another_reader=True)
    if not made and not new:
        return []  # the operator took the step out
    put_before(workflow, reading, approval)
    if made:
        return [f"Circuit « {NAME} » créé : {READING}, puis {APPROVAL}."]
    return [f"Circuit « {NAME} » complété : {READING} avant {APPROVAL}."]


def put_before(workflow: Workflow, first: ReportApprovalTask, last: ReportApprovalTask) -> None:
    """Create the two steps in order. Drafts already submitted stay at their step."""
    for order, step in enumerate((first, last)):
        WorkflowTask.objects.update_or_create(
            workflow=workflow, task=step, defaults={"sort_order": order}
        )
    for state in WorkflowState.objects.active().filter(workflow=workflow):
        # else Wagtail would ask for the first step once the last one is over
        TaskState.objects.create(
            workflow_state=state,
            revision=state.current_task_state.revision,
            task=first,
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
            comment=LATER,
        )


def of_records(approval: ReportApprovalTask) -> list[str]:
    """Create the step for records, so that no editor publishes a record without an approval."""
    kinds = [ContentType.objects.get_for_model(model) for model in list_models()]
    free = [
        kind for kind in kinds if not WorkflowContentType.objects.filter(content_type=kind).exists()
    ]
    if not free or Workflow.objects.filter(name=OF_RECORDS).exists():
        return []
    workflow = Workflow.objects.create(name=OF_RECORDS)
    WorkflowTask.objects.create(workflow=workflow, task=approval, sort_order=0)
    for kind in free:
        WorkflowContentType.objects.create(content_type=kind, workflow=workflow)
    return [f"Circuit « {OF_RECORDS} » créé pour le référentiel : {APPROVAL}."]
