"""Removes the default groups and workflow of a new Wagtail, which the roles replace."""

from django.contrib.auth.models import Group
from wagtail.models import Task, Workflow

from reports.authoring.roles.workflow import WAGTAILS_OWN

GROUPS = ("Editors", "Moderators")


def remove_unused_groups() -> list[str]:
    """Remove Wagtail's own workflow and groups, each only if nothing uses it."""
    workflow = Workflow.objects.filter(name=WAGTAILS_OWN).first()
    if workflow and not used_workflow(workflow):
        Task.objects.filter(workflow_tasks__workflow=workflow, name=WAGTAILS_OWN).delete()
        workflow.delete()
    lines = []
    for group in Group.objects.filter(name__in=GROUPS):
        if not used_group(group):
            group.delete()
            lines.append(f"Groupe « {group.name} » de Wagtail retiré : il ne servait pas.")
    return lines


def used_workflow(workflow: Workflow) -> bool:
    relations = (
        workflow.workflow_states,
        workflow.workflow_pages,
        workflow.workflow_content_types,
    )
    return any(relation.exists() for relation in relations)


def used_group(group: Group) -> bool:
    """Return whether a group has members, approves something or may read something private."""
    relations = [
        relation.get_accessor_name() or ""
        for relation in Group._meta.related_objects
        if not relation.related_model.__name__.endswith("Permission")
    ]
    return any(getattr(group, name).exists() for name in relations)
