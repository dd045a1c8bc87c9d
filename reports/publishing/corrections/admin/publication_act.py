"""Publishes or approves a report once the questions about its corrections are answered."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import Revision

from reports.content.models import AnnualReportPage

PUBLISH, APPROVE, ANSWER = "publier", "approuver", "repondre"


@dataclass(frozen=True)
class PublicationAct:
    """The action that follows the answers: publishing, or approving.

    It publishes the latest draft, or approves the last step of its workflow. For a draft in a
    release, which is published later, it only stores the answers.
    """

    page: AnnualReportPage
    user: Any
    name: str = PUBLISH

    @property
    def is_approval(self) -> bool:
        return self.name == APPROVE

    def demand_permission(self) -> None:
        """Raise PermissionDenied if the user may not do it."""
        if self.is_approval:
            task = self.page.current_workflow_task
            offered = task.specific.get_actions(self.page, self.user) if task else []
            allowed = any(name == "approve" for name, *_ in offered)
        else:
            allowed = self.page.permissions_for_user(self.user).can_publish()
        if not allowed:
            raise PermissionDenied

    @property
    def revision(self) -> Revision | None:
        """The draft that becomes public: the latest one, also for an approval."""
        return self.page.get_latest_revision()

    @property
    def label(self) -> str:
        labels = {APPROVE: "Approuver et publier", ANSWER: "Garder mes réponses"}
        return labels.get(self.name, "Publier")

    def carry_out(self, revision: Revision, comment: str = "") -> None:
        """Publish or approve. Raises the errors of the gates of checks and corrections."""
        if self.is_approval:
            state = self.page.current_workflow_task_state
            task = state.task.specific
            task.on_action(state, self.user, "approve", comment=comment)
        elif self.name != ANSWER:
            revision.publish(user=self.user)
