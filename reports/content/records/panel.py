"""Panels of a record's form: where the record is used, and which records may be duplicates."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from reports.content.models.record_kind import find_kind
from reports.content.records.merging import may_merge
from reports.content.records.visible_uses import list_visible_uses


class UsesPanel(Panel):
    """Shows where a record is used, drafts included, and what reports say about it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": "Utilisé dans", "icon": "link", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "reports/records/panel.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.pk)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
            (found,) = list_visible_uses([self.instance], self.request.user)
            kind, url = self.instance._meta.model_name, ""
            if may_merge(self.request.user, self.instance):
                url = f"{reverse('bilan_merge', args=[kind])}?fiche={self.instance.pk}"
            context = super().get_context_data(parent_context)
            return {**context, "about": found, "merge_url": url}


class LookalikesPanel(Panel):
    """Shows records that may be duplicates of the one in the form; its script requests them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "reports/records/lookalikes.html"

        def show_panel_furniture(self) -> bool:
            return False

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
            model = type(self.instance)
            url = reverse("bilan_lookalikes", args=[model._meta.model_name])
            context = super().get_context_data(parent_context)
            about = {"address": find_kind(model).address, "key_field": model.key_field}
            return {**context, **about, "url": url}
