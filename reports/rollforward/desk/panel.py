"""The panel *À remplir* of a report's edit view."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class LeftPanel(Panel):
    """What the draft still wants, and how far it has come."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "reports/rollforward/panel.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.pk)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
            # models have panels, and what is left has models
            from reports.rollforward.desk.shown import context
            from reports.rollforward.progress import left_to_fill

            return {
                **super().get_context_data(parent_context),
                **context(left_to_fill(self.instance)),
                "url": reverse("bilan_left", args=[self.instance.pk]),
            }
