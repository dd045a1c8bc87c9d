"""Names the groups that have a permission, so that a refusal can say whom to ask."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Page


def ask_groups(names: Iterable[str]) -> str:
    """Return whom to ask: « Demandez au groupe Validation ou au groupe Administration. »."""
    groups = " ou ".join(f"au groupe {name}" for name in names)
    return f"Demandez {groups or 'à qui administre Bilan'}."


def ask_publishers(page: Page) -> str:
    """Return the sentence that names the groups which may publish a page."""
    above = page.get_ancestors(inclusive=True)
    granted = GroupPagePermission.objects.filter(
        permission__codename="publish_page", page__in=above
    )
    return ask_groups(list_names(Group.objects.filter(page_permissions__in=granted)))


def ask_holders(permission: str) -> str:
    """Return the sentence that names the groups which have `app.codename` anywhere."""
    app, _, codename = permission.partition(".")
    names = {"permissions__content_type__app_label": app, "permissions__codename": codename}
    return ask_groups(list_names(Group.objects.filter(**names)))


def list_names(groups: Iterable[Group]) -> list[str]:
    """Return the names of groups, each once, in the order in which they were made."""
    return list(dict.fromkeys(group.name for group in sorted(groups, key=lambda each: each.pk)))
