"""Writes lines of the audit log from signals.

They come from Wagtail's log, changes of rights, and files that could not be made.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from wagtail.log_actions import get_active_log_context
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    ModelLogEntry,
    PageLogEntry,
)

from reports.content.audit.log import Action, record
from reports.content.models import FileFailure, User

# What Wagtail logs -> what we keep of it. Whatever concerns an account or a group is kept too.
LOGGED = {
    "wagtail.publish": Action.PUBLISHED,
    "wagtail.unpublish": Action.UNPUBLISHED,
    "reports.merge": Action.MERGED,
    "reports.undo_merge": Action.MERGE_UNDONE,
    "reports.preview_link.make": Action.LINK_MADE,
    "reports.preview_link.revoke": Action.LINK_REVOKED,
}
ON_ACCOUNTS = {"wagtail.create": Action.ACCOUNT_CREATED, "wagtail.delete": Action.ACCOUNT_DELETED}
RIGHTS = ("is_superuser", "is_active")
# The relations that give rights, by the name that they have on their own side.
RELATIONS: dict[Any, str] = {
    User.groups.through: "groups",
    User.user_permissions.through: "user_permissions",
    Group.permissions.through: "permissions",
}


def find_actor() -> Any:
    """Return who acts in this request or command, as Wagtail's log knows it."""
    return get_active_log_context().user or ""


def keep_logged(sender: type, instance: Any, created: bool, raw: bool = False, **_: Any) -> None:
    """Keep a line of Wagtail's log that is about a publication, a review link or an account."""
    if raw or not created:
        return
    is_account = getattr(instance.content_type, "model", "") == User._meta.model_name
    action = (ON_ACCOUNTS if is_account else LOGGED).get(instance.action)
    if action is not None:
        record(action, instance.user or find_actor(), instance.label)


def keep_related(
    sender: Any, instance: Any, action: str, pk_set: set[int] | None, model: type[Model], **_: Any
) -> None:
    """Keep who was put into a group or out of it, and what somebody was allowed or denied."""
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    rows = list_related(sender, instance, model) if pk_set is None else pk_set
    names = sorted(map(str, model._default_manager.filter(pk__in=rows)))
    if names:
        change = "added" if action == "post_add" else "removed"
        kind = instance._meta.model_name
        record(Action.RIGHTS_CHANGED, find_actor(), instance, kind=kind, **{change: names})


def list_related(sender: Any, instance: Any, model: type[Model]) -> list[int]:
    """Return the keys of what is about to be cleared, from either side of the relation."""
    name = RELATIONS[sender]
    if hasattr(instance, name):
        return list(getattr(instance, name).values_list("pk", flat=True))
    return list(model._default_manager.filter(**{name: instance}).values_list("pk", flat=True))


def keep_flags(sender: type, instance: User, update_fields: Any = None, **kwargs: Any) -> None:
    """Keep that an account was disabled, enabled, or given all rights."""
    is_asked = update_fields is None or not set(RIGHTS).isdisjoint(update_fields)
    if kwargs.get("raw") or not instance.pk or not is_asked:
        return
    before = User.objects.filter(pk=instance.pk).values(*RIGHTS).first() or {}
    changed = {
        name: getattr(instance, name)
        for name, value in before.items()
        if getattr(instance, name) != value
    }
    if changed:
        record(Action.RIGHTS_CHANGED, find_actor(), instance, kind="user", **changed)


def keep_permission(change: str) -> Callable[..., None]:
    """Return the receiver for permissions that groups have below a page or a collection."""

    def keep(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
        if raw or kwargs.get("created") is False:
            return
        place = getattr(instance, "page", None) or getattr(instance, "collection", "")
        what = [f"{instance.permission.codename} : {place}"]
        record(Action.RIGHTS_CHANGED, find_actor(), instance.group, kind="group", **{change: what})

    return keep


added, removed = keep_permission("added"), keep_permission("removed")


def keep_failure(
    sender: type, instance: FileFailure, created: bool, raw: bool = False, **_: Any
) -> None:
    """Keep that a file could not be made, once for all tries."""
    if created and not raw:
        kind = instance.get_kind_display()
        record(Action.FILE_FAILED, "", instance.subject, kind=kind, reason=instance.reason)


def keep_recovery(sender: type, instance: FileFailure, **_: Any) -> None:
    """Keep that the file is there, or that nobody needs it any more."""
    record(Action.FILE_MADE, "", instance.subject, kind=instance.get_kind_display())


def connect() -> None:
    for entry in (PageLogEntry, ModelLogEntry):
        post_save.connect(keep_logged, sender=entry, dispatch_uid=f"reports.audit.{entry}")
    for through in RELATIONS:
        m2m_changed.connect(keep_related, sender=through, dispatch_uid=f"reports.audit.{through}")
    for model in (GroupPagePermission, GroupCollectionPermission):
        post_save.connect(added, sender=model, dispatch_uid=f"reports.audit.{model}")
        post_delete.connect(removed, sender=model, dispatch_uid=f"reports.audit.{model}")
    post_save.connect(keep_failure, sender=FileFailure, dispatch_uid="reports.audit")
    post_delete.connect(keep_recovery, sender=FileFailure, dispatch_uid="reports.audit")
    pre_save.connect(keep_flags, sender=User, dispatch_uid="reports.audit")
