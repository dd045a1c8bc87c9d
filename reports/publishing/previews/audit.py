"""Logs actions on review links in the page's history: user, page and expiry, but no key or
token.
"""

from typing import Any

from django.utils.dateparse import parse_datetime
from wagtail import log_actions

from reports.content.dates import format_moment
from reports.content.models import User
from reports.publishing.models import PreviewLink

MAKE, REVOKE, OPEN = (f"reports.preview_link.{act}" for act in ("make", "revoke", "open"))
LABELS = {
    MAKE: ("Créer un lien de relecture", "Lien de relecture créé"),
    REVOKE: ("Révoquer un lien de relecture", "Lien de relecture révoqué"),
    OPEN: ("Ouvrir un lien de relecture", "Lien de relecture ouvert pour la première fois"),
}


def log_action(action: str, link: PreviewLink, user: User | None) -> None:
    """Add a line to the history of the link's page."""
    data = {
        "author": link.user.get_username(),
        "expires_at": link.expires_at.isoformat(),
        "note": link.note,
        "pinned": link.revision_id is not None,
    }
    log_actions.log(instance=link.page.specific_deferred, action=action, user=user, data=data)


def register_log_actions(actions: Any) -> None:
    for action, (label, message) in LABELS.items():
        actions.register_action(action)(action_formatter(label, message))


def action_formatter(label: str, message: str) -> type[log_actions.LogFormatter]:
    """Return the class with which Wagtail formats an action: its label and message."""

    def format_message(self: Any, entry: Any) -> str:
        expiry = parse_datetime(entry.data.get("expires_at", ""))
        note = f" (« {entry.data['note']} »)" if entry.data.get("note") else ""
        until = f", valable jusqu’au {format_moment(expiry)}" if expiry else ""
        return f"{message}{note}{until}"

    body = {"label": label, "message": message, "format_message": format_message}
    return type("PreviewLinkFormatter", (log_actions.LogFormatter,), body)
