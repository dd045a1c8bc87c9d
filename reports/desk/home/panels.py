"""The panels of the first screen: who sees which, in which order."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.views import home
from wagtail.permissions import page_permission_policy

from reports.desk.home import administering, publishing, review, start, writing
from reports.desk.home.line import Line

# What ours say better, or say too.
REPLACED = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
    home.RecentEditsPanel,
)


class Start(Component):
    template_name = "reports/desk/start.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
        assert parent_context is not None
        return {"links": start.links(parent_context["request"].user)}


class Waiting(Component):
    """A list of lines; without any it says so, or is not there."""

    template_name = "reports/desk/waiting.html"

    def __init__(
        self,
        order: int,
        name: str,
        heading: str,
        lines: Callable[[Any], list[Line]],
        empty: str = "",
    ) -> None:
        self.order, self.name, self.heading = order, name, heading
        self.lines, self.empty = lines, empty

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
        assert parent_context is not None
        lines = self.lines(parent_context["request"].user)
        return {"name": self.name, "heading": self.heading, "lines": lines, "empty": self.empty}


def waiting(user: Any) -> list[Waiting]:
    """What concerns `user`, by what they may do."""
    may = page_permission_policy.user_has_permission
    found = []
    if user.has_perm("reports.change_user"):
        found += [
            Waiting(110, "matters", "À mettre en place", administering.matters),
            Waiting(120, "accounts", "Comptes sans groupe", administering.accounts),
            Waiting(190, "published", "Dernières publications", publishing.published),
        ]
    if may(user, "publish"):
        none = "Rien n’attend votre validation."
        found += [
            Waiting(130, "awaiting", "En attente de vous", review.awaiting, none),
            Waiting(180, "scheduled", "Publications programmées", publishing.scheduled),
        ]
    elif may(user, "change"):
        found.append(Waiting(150, "awaiting", "À relire", review.awaiting))
    if may(user, "change"):
        none = "Aucun brouillon en cours : tout est publié tel quel."
        found += [
            Waiting(140, "sent-back", "À reprendre", review.sent_back),
            Waiting(160, "drafts", "Brouillons", writing.drafts, none),
            Waiting(170, "comments", "Commentaires sans réponse de vous", writing.comments),
        ]
    return found


def construct(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [
        *(panel for panel in panels if not isinstance(panel, REPLACED)),
        Start(),
        *waiting(request.user),
    ]
