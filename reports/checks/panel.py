"""The panel *Contrôles* of a report's edit view. Its script fetches the findings."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class ChecksPanel(Panel):
    """Shows all findings about the saved draft: message, place, hint and acknowledgement."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "reports/checks/panel.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.pk)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
            return {
                **super().get_context_data(parent_context),
                "step": self.instance.current_workflow_task_state,
                "url": reverse("bilan_checks", args=[self.instance.pk]),
            }
