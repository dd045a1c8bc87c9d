"""What a programme needs before anybody writes: roles, steps, and who may do what."""

from django.contrib.auth.models import Group
from django.db import transaction

from reports.desk import groups, leftovers, workflow
from reports.desk.roles import ROLES


@transaction.atomic
def set_up() -> list[str]:
    """Makes what is missing, and says so in French, line by line; nothing is said of the rest."""
    first = not Group.objects.filter(name__in=[role.name for role in ROLES]).exists()
    lines = [*groups.ensure(), *workflow.ensure()]
    return [*lines, *leftovers.remove()] if first else lines
