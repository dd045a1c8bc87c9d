"""Registers webhooks in the admin: settings menu, list and deliveries."""

from collections.abc import Sequence

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from reports.publishing.models.webhook import Webhook
from reports.publishing.webhooks.admin import views
from reports.publishing.webhooks.admin.forms import WebhookForm


class WebhookViewSet(ModelViewSet):
    """Webhooks, for users who may change them. The list links to the deliveries of each."""

    model = Webhook
    icon = "globe"
    menu_label = "Webhooks"
    menu_order = 900
    add_to_settings_menu = True
    copy_view_enabled = False  # a copy would be told with the same key
    list_display = (
        "name",
        "address",
        BooleanColumn("enabled", label="Actif"),
        TitleColumn(
            "deliveries",
            label="Envois",
            accessor=lambda webhook: "Voir les envois",
            get_url=lambda webhook: reverse("webhook_deliveries", args=[webhook.pk]),
        ),
    )

    def get_form_class(self, for_update: bool = False) -> type[WebhookForm]:
        return WebhookForm


def list_urls() -> Sequence[URLPattern]:
    """Return the URLs of the deliveries and of their buttons."""
    one = "webhook/<int:pk>/envois/"
    return [
        path(one, views.list_deliveries, name="webhook_deliveries"),
        path(f"{one}essai/", views.send_test, name="webhook_test"),
        path(f"{one}cle/", views.rotate, name="webhook_rotate"),
        path(f"{one}<uuid:key>/renvoyer/", views.replay, name="webhook_replay"),
    ]


def register_hooks() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_viewset", lambda: WebhookViewSet("webhooks"))
    hooks.register("register_admin_urls", list_urls)
