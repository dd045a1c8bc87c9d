"""The groups that edit, approve and administer, with the least permission that each needs."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITORS, APPROVERS = "Rédaction", "Validation"
SNIPPETS = ("service", "incubator", "indicator", "fundinground", "term")
PAGES = {
    EDITORS: ("add_page", "change_page"),
    APPROVERS: ("add_page", "change_page", "publish_page"),
}
# Wagtail asks for permission on its own models, whichever models stand in for them.
MEDIA = (
    *(("wagtailimages", f"{act}_image") for act in ("add", "change", "choose")),
    *(("wagtaildocs", f"{act}_document") for act in ("add", "change", "choose")),
)


def ensure(root: Page) -> dict[str, Group]:
    """The groups, with permission on everything below `root`; made or completed."""
    return {name: group(name, root) for name in PAGES}


def group(name: str, root: Page) -> Group:
    made, _ = Group.objects.get_or_create(name=name)
    made.permissions.add(permission("access_admin", "wagtailadmin"))
    acts = ("add", "change", "view") + (("publish",) if name == APPROVERS else ())
    for model in SNIPPETS:
        for act in acts:
            made.permissions.add(permission(f"{act}_{model}", "reports"))
    for codename in PAGES[name]:
        GroupPagePermission.objects.get_or_create(
            group=made, page=root, permission=permission(codename, "wagtailcore")
        )
    for app, codename in MEDIA:
        GroupCollectionPermission.objects.get_or_create(
            group=made,
            collection=Collection.get_first_root_node(),
            permission=permission(codename, app),
        )
    return made


def permission(codename: str, app: str) -> Permission:
    return Permission.objects.get(codename=codename, content_type__app_label=app)
