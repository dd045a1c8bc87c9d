"""The kinds of records, by the name that addresses and widgets know them under."""

from django.contrib.auth.models import AnonymousUser
from wagtail.permissions import page_permission_policy

from reports.models import FundingRound, Incubator, Indicator, Service, Term, User
from reports.models.snippets import Snippet

KINDS: dict[str, type[Snippet]] = {
    str(model._meta.model_name): model
    for model in (Service, Incubator, Indicator, FundingRound, Term)
}
ACTS = ("view", "add", "change", "delete", "publish")


def allowed(user: User | AnonymousUser, model: type[Snippet], *acts: str) -> bool:
    """Whether somebody may do one of these to records of a model."""
    return any(user.has_perm(f"reports.{act}_{model._meta.model_name}") for act in acts)


def may_choose(user: User | AnonymousUser, model: type[Snippet]) -> bool:
    """Whether somebody may look for records: whoever has to do with them, or edits pages."""
    return allowed(user, model, *ACTS) or page_permission_policy.user_has_any_permission(
        user, {"add", "change", "publish"}
    )
