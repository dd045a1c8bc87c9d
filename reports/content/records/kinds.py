"""Finds kinds of records by the name in URLs and widgets, and checks permissions on them."""

from django.contrib.auth.models import AnonymousUser
from wagtail.permissions import page_permission_policy

from reports.content.models import User
from reports.content.models.record_kind import find_kind, get_kinds_by_name, list_kinds
from reports.content.models.snippet import Snippet

ACTIONS = ("view", "add", "change", "delete", "publish")


def find_named_model(model_name: str) -> type[Snippet] | None:
    """Return the model with a name of an address; None if it is no kind of records."""
    named = (kind.model for kind in list_kinds() if kind.model_name == model_name)
    return next(named, None)


def find_model(refers_to: str) -> type[Snippet] | None:
    """Return the model that references of this kind lead to; None where they lead to no record."""
    kind = get_kinds_by_name().get(refers_to)
    return kind.model if kind else None


def has_permission(user: User | AnonymousUser, model: type[Snippet], *actions: str) -> bool:
    """Return whether somebody may do one of these to records of a model."""
    return any(user.has_perm(find_kind(model).get_permission(action)) for action in actions)


def can_choose(user: User | AnonymousUser, model: type[Snippet]) -> bool:
    """Return whether somebody may look for records: who has to do with them, or edits pages."""
    return has_permission(user, model, *ACTIONS) or page_permission_policy.user_has_any_permission(
        user, {"add", "change", "publish"}
    )
