"""Creates the groups of the roles, and adds permissions that they lack, but removes none."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from reports.content.models.roles import ROLES, Role


def ensure_groups() -> list[str]:
    """Create or complete the group of each role; return in French what was missing.

    Permissions that an operator has added to a group stay.
    """
    known = list_permissions(name for role in ROLES for name in list_needs(role))
    return [line for role in ROLES if (line := complete_group(role, known))]


def list_needs(role: Role) -> tuple[str, ...]:
    return (*role.models, *role.pages, *role.collections)


def complete_group(role: Role, known: dict[str, Permission]) -> str:
    group, made = Group.objects.get_or_create(name=role.name)
    has = set(group.permissions.values_list("pk", flat=True))
    missing = [known[name] for name in role.models if known[name].pk not in has]
    group.permissions.add(*missing)
    added = len(missing)
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    for name in role.pages:
        added += GroupPagePermission.objects.get_or_create(
            group=group, page=root, permission=known[name]
        )[1]
    for name in role.collections:
        added += GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=known[name]
        )[1]
    if made:
        return f"Groupe « {role.name} » créé, avec {added} permissions."
    return f"Groupe « {role.name} » complété : {added} permissions." if added else ""


def list_permissions(names: Iterable[str]) -> dict[str, Permission]:
    """Return permissions by `app.codename`, in one statement."""
    names = set(names)
    permissions = Permission.objects.select_related("content_type").filter(
        codename__in={name.partition(".")[2] for name in names}
    )
    by_name = {f"{p.content_type.app_label}.{p.codename}": p for p in permissions}
    return {name: by_name[name] for name in names}
