"""Lists the targets of a preview: this site, and the frontends that the operator configures."""

import sys
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from wagtail.models import Page

from reports.content.models import User
from reports.content.models.pages import HeadlessPage
from reports.publishing.previews import links, renderer

HERE = ""
NAME_HERE = "Site de référence"
EVERYWHERE = "*"


def frontend_templates(page: Page) -> dict[str, str]:
    """Return the frontends of a page's site: each address by its name for editors."""
    known: dict[str, dict[str, str]] = settings.PREVIEW_URL_TEMPLATES
    site = page.get_site()
    host = f"{site.hostname}:{site.port}" if site else ""
    return known.get(host) or known.get(site.hostname if site else "") or known.get(EVERYWHERE, {})


def list_modes(page: Page) -> list[tuple[str, str]]:
    """Return Wagtail's preview modes: a name for addresses, and one for editors."""
    return [(HERE, NAME_HERE), *((name, name) for name in frontend_templates(page))]


def serve(request: HttpRequest, page: Page, mode: str) -> HttpResponse:
    """Show a draft in the preview panel, by `PREVIEW_RENDERER` or in an external frontend."""
    template = frontend_templates(page).get(mode)
    if template is None:
        return renderer.render(request, page)
    if page.pk is None:  # what has no row yet has no link either
        return TemplateResponse(request, "reports/previews/unsaved.html", {"mode": mode})
    assert isinstance(request.user, User)  # Wagtail asks for a session before it comes here
    link = links.get_outside_link(request.user, page, serialize_page(page), mode)
    path = quote(page.url_path[len(page.get_site().root_page.url_path) - 1 :])
    address = template.replace("{token}", links.build_token(link)).replace("{path}", path)
    return HttpResponseRedirect(address, headers={"Cache-Control": "private, no-store"})


def serialize_page(page: Page) -> dict[str, Any]:
    """Return the page as a revision would store it."""
    found: dict[str, Any] = page.serializable_data()
    return found


def install_targets() -> None:
    """Make page models use this module for their preview modes."""
    HeadlessPage.preview_targets = sys.modules[__name__]
