"""Registers the guides in the admin: URLs, and entries in the help menu."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from reports.authoring.guide import views

FOREIGN = ("editor-guide", "whats-new-in-wagtail")  # Wagtail's own, in English and elsewhere


def guide_urls() -> Sequence[URLPattern]:
    return [
        path("bilan/aide/", views.show_guide, name="bilan_help"),
        path("bilan/aide/images/<str:name>", views.show_picture, name="bilan_guide_picture"),
        path("bilan/aide/<str:name>/", views.show_guide, name="bilan_guide"),
    ]


def editors_menu_item() -> MenuItem:
    return MenuItem("Guide de l’édition", reverse("bilan_help"), icon_name="help", order=100)


def checks_menu_item() -> MenuItem:
    url = reverse("bilan_guide", args=["controles"])
    return MenuItem("Les contrôles", url, icon_name="check", order=110)


def without_foreign(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if not item.name.startswith(FOREIGN)]


def register_hooks() -> None:
    """Register the URLs and menu entries with Wagtail."""
    hooks.register("register_admin_urls", guide_urls)
    hooks.register("register_help_menu_item", editors_menu_item)
    hooks.register("register_help_menu_item", checks_menu_item)
    hooks.register("construct_help_menu", without_foreign)
