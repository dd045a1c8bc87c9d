"""The panel of an edit form that shows what the page or record is waiting for."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.models import AbstractGroupApprovalTask

from reports.authoring.home.line import name
from reports.content.dates import format_moment
from reports.content.models.permission_holders import ask_groups, list_names
from reports.publishing.releases.drafts import base_type, items_of


class WaitingPanel(Panel):
    """Shows a running review, and the releases that contain the approved draft."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": "En attente", "icon": "calendar-check", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "reports/editorial/waiting_panel.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.pk and self.lines)

        @cached_property
        def lines(self) -> list[dict[str, Any]]:
            return [
                *describe_review(self.instance, self.request.user),
                *describe_releases(self.instance),
            ]

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
            may_read = self.request.user.has_perm("reports.change_release")
            context = super().get_context_data(parent_context)
            return {**context, "lines": self.lines, "may_read_releases": may_read}


def describe_review(subject: Any, user: Any) -> Iterator[dict[str, Any]]:
    """Yield who submitted the draft and when, the current step, and who may approve it."""
    state = subject.current_workflow_state
    step = subject.current_workflow_task_state
    if state is not None and step is not None and step.status == step.STATUS_IN_PROGRESS:
        by, when = name(state.requested_by), format_moment(state.created_at)
        yield {"text": f"Soumis par {by} le {when}. Étape en cours : « {step.task.name} »."}
        if sentence := describe_approvers(subject, step.task.specific, user):
            yield {"text": sentence}


def describe_approvers(subject: Any, task: Any, user: Any) -> str:
    """Return the groups that may approve the step; empty if `user` may."""
    if not isinstance(task, AbstractGroupApprovalTask) or task.get_actions(subject, user):
        return ""
    bar = getattr(task, "explain_bar", lambda *_: "")(subject.current_workflow_state, user)
    return f"{bar} {ask_groups(list_names(task.groups.all()))}".strip()


def describe_releases(subject: Any) -> Iterator[dict[str, Any]]:
    """Yield each release that will publish the draft, unless the draft changes."""
    items = items_of(base_type(subject), str(subject.pk)).select_related("release")
    for item in items.order_by("release__goes_public_at"):
        hour = format_moment(item.release.goes_public_at)
        yield {
            "text": f"Dans la publication groupée « {item.release} », approuvée pour le {hour}. "
            "Un brouillon modifié en est retiré.",
            "url": reverse("bilan_release", args=[item.release_id]),
        }
