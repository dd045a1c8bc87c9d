"""The kinds of records, by the name that addresses and widgets know them under."""

from django.contrib.auth.models import AnonymousUser
from wagtail.permissions import page_permission_policy

from reports.models import FundingRound, Incubator, Indicator, Service, Term, User
from reports.models.snippets import Snippet

KINDS: dict[str, type[Snippet]] = {
    str(model._meta.model_name): model
    for model in (Service, Incubator, Indicator, FundingRound, Term)
}
ACTIONS = ("view", "add", "change", "delete", "publish")


def find_model(refers_to: str) -> type[Snippet] | None:
    """Return the model that references of this kind lead to; None where they lead to no record."""
    return KINDS.get(refers_to.replace("_", ""))


def has_permission(user: User | AnonymousUser, model: type[Snippet], *actions: str) -> bool:
    """Return whether somebody may do one of these to records of a model."""
    return any(user.has_perm(f"reports.{action}_{model._meta.model_name}") for action in actions)


def can_choose(user: User | AnonymousUser, model: type[Snippet]) -> bool:
    """Return whether somebody may look for records: who has to do with them, or edits pages."""
    return has_permission(user, model, *ACTIONS) or page_permission_policy.user_has_any_permission(
        user, {"add", "change", "publish"}
    )
