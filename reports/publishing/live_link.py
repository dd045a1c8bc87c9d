"""Builds the link to the public page in the message after publication."""

from wagtail.admin import messages
from wagtail.models import Page


def build_live_buttons(page: Page) -> list[tuple[str, str, bool]]:
    """Return the button « Voir la page »; none if the page has no public address."""
    url = page.url if page.live else None
    return [messages.button(url, "Voir la page")] if url else []
