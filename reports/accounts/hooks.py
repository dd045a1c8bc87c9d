"""Registers the account pages in the admin: URLs, menu entries, and buttons for each account."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from reports.accounts.invitation_view import invite_view, may_invite
from reports.accounts.second_factor_view import second_factor_view
from reports.accounts.session_views import sessions_view
from reports.accounts.sessions import end_all_sessions, is_local
from reports.accounts.unlock_view import unlock_view
from reports.content.models import User


def admin_urls() -> Sequence[URLPattern]:
    return [
        path("comptes/<int:pk>/invitation/", invite_view, name="invite"),
        path("comptes/<int:pk>/deblocage/", unlock_view, name="unlock_account"),
        path("account/sessions/", sessions_view, name="account_sessions"),
        path("account/double-authentification/", second_factor_view, name="second_factor"),
    ]


def sessions_item(request: HttpRequest) -> dict[str, str]:
    """Return the entry « Mes sessions » in the account menu."""
    return {
        "url": reverse("account_sessions"),
        "label": "Mes sessions",
        "help_text": "Les navigateurs où vous êtes connecté, et de quoi les déconnecter.",
    }


def second_factor_item(request: HttpRequest) -> dict[str, str] | None:
    """Return the entry for the second factor in the account menu, for local accounts only."""
    if not is_local(request.session):
        return None
    return {
        "url": reverse("second_factor"),
        "label": "Double authentification",
        "help_text": "Un code de votre téléphone en plus du mot de passe.",
    }


def account_buttons(user: User, request_user: Any) -> Iterator[Button]:
    """Yield the buttons that unlock an account, and that invite to it if there is a provider."""
    if not may_invite(request_user, user):
        return
    if not settings.OIDC_ISSUER or user.username == settings.BREAK_GLASS_ACCOUNT:
        yield Button("Débloquer", url=reverse("unlock_account", args=[user.pk]), priority=60)
    if settings.OIDC_ISSUER:
        yield Button("Inviter", url=reverse("invite", args=[user.pk]), priority=50)


def end_sessions_in_bulk(request: HttpRequest, action: str, objects: list[Any], view: Any) -> None:
    """End the sessions of accounts that are disabled in bulk: Wagtail sends no signal."""
    if action != "set_active_state" or not isinstance(objects[0], User):
        return
    if not view.cleaned_form.cleaned_data["mark_as_active"]:
        for account in objects:
            end_all_sessions(account)


def register_hooks() -> None:
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_user_listing_buttons", account_buttons)
    hooks.register("register_account_menu_item", sessions_item)
    hooks.register("register_account_menu_item", second_factor_item)
    hooks.register("after_bulk_action", end_sessions_in_bulk)
