"""Views of accounts in which only a superuser can create or edit a superuser.

Wagtail allows both to every user who may change accounts.
"""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from wagtail.users.views import groups
from wagtail.users.views.users import CreateView, EditView, UserViewSet

from reports.authoring.roles.last_administrator import AdministratorKept
from reports.content.audit.log import Action, record
from reports.content.models import User

ON_ACCOUNTS = ("assign_role", "set_active_state")


class Modest:
    """A mixin of views whose form only shows the box « Administrateur » to superusers."""

    request: HttpRequest

    def get_form(self, form_class: Any = None) -> ModelForm:
        form: ModelForm = super().get_form(form_class)  # type: ignore[misc]
        if not self.request.user.is_superuser:
            form.fields.pop("is_superuser", None)
        return form


class CreateAccount(Modest, CreateView):
    pass


class EditAccount(AdministratorKept, Modest, EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if has_more_rights(request.user, [self.object]):
            raise PermissionDenied
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class AccountViewSet(UserViewSet):
    copy_view_enabled = False  # a person has one account, and the copy of one would have its powers
    add_view_class = CreateAccount
    edit_view_class = EditAccount


class EditGroup(AdministratorKept, groups.EditView):
    pass


class DeleteGroup(AdministratorKept, groups.DeleteView):
    pass


class AccountGroupViewSet(groups.GroupViewSet):
    edit_view_class = EditGroup
    delete_view_class = DeleteGroup


def has_more_rights(user: Any, accounts: Sequence[Any]) -> bool:
    """Return whether a superuser is among these accounts and `user` is none."""
    return not user.is_superuser and any(account.is_superuser for account in accounts)


def before_bulk(request: HttpRequest, action: str, objects: list[Any], view: object) -> None:
    if (
        action in ON_ACCOUNTS
        and isinstance(objects[0], User)
        and has_more_rights(request.user, objects)
    ):
        raise PermissionDenied


def after_bulk(request: HttpRequest, action: str, objects: list[Any], view: Any) -> None:
    """Keep which accounts were disabled or enabled: Wagtail sends no signal."""
    if action != "set_active_state" or not isinstance(objects[0], User):
        return
    is_active = view.cleaned_form.cleaned_data["mark_as_active"]
    changed = [account for account in objects if account.is_active != is_active]
    for account in changed:
        record(
            Action.RIGHTS_CHANGED, request.user, account, request, kind="user", is_active=is_active
        )
