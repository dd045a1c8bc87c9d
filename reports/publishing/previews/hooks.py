"""Registers review links in the admin: URLs, the reports menu, and the menu of a page."""

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from reports.content.models import User
from reports.publishing.previews import audit, links, views
from reports.publishing.previews.page_view import PageLinks

LABEL = "Liens de relecture"


def answer_forbidden(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 403 with a page, where Wagtail would redirect to its home page without explanation."""

    @wraps(view)
    def refused(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            return render(request, "reports/previews/refused.html", status=403)

    return refused


def admin_urls() -> Sequence[URLPattern]:
    everything, of_page = views.Links.as_view(), PageLinks.as_view()
    one = "relecture/<int:page_id>/"
    return [
        path("relecture/", answer_forbidden(everything), name="preview_links"),
        path(one, answer_forbidden(of_page), name="preview_links_of_page"),
        path(
            "relecture/publication/<int:pk>/",
            answer_forbidden(views.make_press_link_view),
            name="preview_links_of_release",
        ),
        path(
            f"{one}revoquer/<uuid:key>/",
            answer_forbidden(views.revoke_view),
            name="preview_link_revoke",
        ),
    ]


class LinksMenuItem(MenuItem):
    """The menu entry of review links, for users who may edit any page."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, {"change"}))


def menu_item() -> MenuItem:
    return LinksMenuItem(LABEL, reverse("preview_links"), icon_name="glasses", order=600)


def header_buttons(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button in the menu of a page's edit view, after its history."""
    if view_name == "edit" and links.can_edit_page(page, user):
        url = reverse("preview_links_of_page", args=[page.pk])
        yield Button(LABEL, url, icon_name="glasses", priority=67)


def register_hooks() -> None:
    """Register the URLs, menu entries and log actions with Wagtail."""
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_reports_menu_item", menu_item)
    hooks.register("register_page_header_buttons", header_buttons)
    hooks.register("register_log_actions", audit.register_log_actions)
