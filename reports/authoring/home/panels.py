"""The panels of the home page in order, each for the users who may see it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.views import home
from wagtail.permissions import page_permission_policy

from reports.authoring.home import administering, publishing, review, shortcuts, writing
from reports.authoring.home.line import Line, name_pages

# What ours say better, or say too.
REPLACED = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
    home.RecentEditsPanel,
)


class Start(Component):
    template_name = "reports/editorial/start.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
        assert parent_context is not None
        return {"links": shortcuts.list_shortcuts(parent_context["request"].user)}


class Waiting(Component):
    """A panel with a list of lines. If there are none, it shows `empty`, or nothing at all."""

    template_name = "reports/editorial/waiting.html"

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
        lines = name_pages(self.lines(parent_context["request"].user))
        return {"name": self.name, "heading": self.heading, "lines": lines, "empty": self.empty}


def list_panels(user: Any) -> list[Waiting]:
    """Return the panels for `user`, according to their permissions."""
    may = page_permission_policy.user_has_permission
    panels = []
    if user.has_perm("reports.change_user"):
        panels += [
            Waiting(110, "matters", "À mettre en place", administering.list_matters),
            Waiting(120, "accounts", "Comptes sans groupe", administering.list_accounts),
            Waiting(190, "published", "Dernières publications", publishing.list_published),
        ]
    if may(user, "publish"):
        none = "Rien n’attend votre validation."
        panels += [
            Waiting(130, "awaiting", "En attente de vous", review.list_awaiting_approval, none),
            Waiting(180, "scheduled", "Publications programmées", publishing.list_scheduled),
        ]
    elif may(user, "change"):
        panels.append(Waiting(150, "awaiting", "À relire", review.list_awaiting_approval))
    if may(user, "change"):
        none = "Aucun brouillon à poursuivre."
        panels += [
            Waiting(140, "sent-back", "À reprendre", review.list_sent_back),
            Waiting(160, "drafts", "Brouillons", writing.list_drafts, none),
            Waiting(170, "comments", "Commentaires sans réponse de vous", writing.list_comments),
        ]
    return panels


def construct_homepage(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [
        *(panel for panel in panels if not isinstance(panel, REPLACED)),
        Start(),
        *list_panels(request.user),
    ]
