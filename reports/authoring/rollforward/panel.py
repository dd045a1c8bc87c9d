"""The panel *À remplir* in the edit form of a report."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from reports.authoring.rollforward.suggestions import build_suggestions
from reports.authoring.rollforward.template_context import build_context
from reports.checks.fullness import measure_fullness


class LeftPanel(Panel):
    """The panel that lists what is left to fill in in a draft, with its progress."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "reports/rollforward/panel.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.pk)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
            fullness = measure_fullness(self.instance)
            roll = fullness.measured.roll
            return {
                **super().get_context_data(parent_context),
                **build_context(fullness),
                "suggestions": build_suggestions(roll, self.instance.year),
                "url": reverse("bilan_remaining", args=[self.instance.pk]),
            }
