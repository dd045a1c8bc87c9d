"""Registers releases in the admin: the reports menu, the list, the page of each release."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.models import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from reports.publishing.models import Release
from reports.publishing.releases.admin import views
from reports.publishing.releases.contents import ReleaseClosed, opened


class CreateRelease(CreateView):
    """The view that creates a release and makes the user its author, who gets mail about it."""

    def save_instance(self) -> Any:
        self.form.instance.user = self.request.user
        return super().save_instance()

    def get_success_url(self) -> str:
        return reverse("bilan_release", args=[self.object.pk])


class EditRelease(EditView):
    """The view that changes the name and time of a release until it is approved."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        release = self.get_object()
        if not release.is_open:
            return views.refuse(request, release)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponseBase:
        try:
            with opened(form.instance):
                return super().form_valid(form)
        except ReleaseClosed:  # somebody has approved it meanwhile
            return views.refuse(self.request, form.instance)

    def get_success_url(self) -> str:
        return reverse("bilan_release", args=[self.object.pk])


class ReleaseViewSet(ModelViewSet):
    """Releases, for users who may publish. The list links to the contents of each."""

    model = Release
    icon = "calendar-check"
    menu_label = "Publications groupées"
    menu_order = 650
    menu_hook = "register_reports_menu_item"
    add_view_class = CreateRelease
    edit_view_class = EditRelease
    copy_view_enabled = False
    inspect_view_enabled = False
    panels = [FieldPanel("name"), FieldPanel("goes_public_at")]
    list_display = (
        TitleColumn(
            "name",
            label="Nom",
            get_url=lambda release: reverse("bilan_release", args=[release.pk]),
        ),
        DateColumn("goes_public_at", label="Heure"),
        StatusTagColumn("get_state_display", label="État"),
        Column("approved_by", label="Approuvée par"),
    )


def list_urls() -> Sequence[URLPattern]:
    one = "bilan/publications/<int:pk>/"
    return [
        path(one, views.show_contents, name="bilan_release"),
        path(f"{one}approuver/", views.approve_release, name="bilan_release_approve"),
        path(f"{one}reprendre/", views.take_release_back, name="bilan_release_take_back"),
    ]


def register_hooks() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_viewset", lambda: ReleaseViewSet("releases"))
    hooks.register("register_admin_urls", list_urls)
