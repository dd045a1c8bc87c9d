"""One step between an editor and the public: approval."""

from django.contrib.auth.models import Group
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from reports.demo import groups
from reports.models import ReportApprovalTask

NAME = "Relecture du bilan"


def ensure() -> Workflow:
    """The workflow, on every page of the site. Wagtail's own default workflow gives way to it."""
    workflow, _ = Workflow.objects.get_or_create(name=NAME)
    task = ReportApprovalTask.objects.filter(name="Validation").first()
    if task is None:
        task = ReportApprovalTask.objects.create(name="Validation")
    task.groups.add(Group.objects.get(name=groups.APPROVERS))
    WorkflowTask.objects.update_or_create(workflow=workflow, sort_order=0, defaults={"task": task})
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": workflow}
    )
    return workflow
