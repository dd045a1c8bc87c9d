"""Creates what a programme needs before anybody writes: roles, permissions and review steps."""

from django.contrib.auth.models import Group
from django.db import transaction

from reports.authoring.roles import groups, root_page, unused_groups, workflow
from reports.content.models.roles import ROLES


@transaction.atomic
def set_up() -> list[str]:
    """Create what is missing, and return a French line for each part that was created."""
    first = not Group.objects.filter(name__in=[role.name for role in ROLES]).exists()
    lines = [*groups.ensure_groups(), *workflow.ensure_workflow(), *root_page.translate_roots()]
    return [*lines, *unused_groups.remove_unused_groups()] if first else lines
