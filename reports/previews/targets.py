"""Where a draft can be previewed: here, and in the frontends that the operator configures."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from wagtail.models import Page

from reports.previews import renderer

HERE = ""
NAME_HERE = "Site de référence"
EVERYWHERE = "*"


def templates(page: Page) -> dict[str, str]:
    """The frontends of a page's site: the address of each by the name that editors read."""
    known: dict[str, dict[str, str]] = settings.PREVIEW_URL_TEMPLATES
    site = page.get_site()
    host = f"{site.hostname}:{site.port}" if site else ""
    return known.get(host) or known.get(site.hostname if site else "") or known.get(EVERYWHERE, {})


def modes(page: Page) -> list[tuple[str, str]]:
    """Wagtail's preview modes: a name that addresses carry, and the one that editors read."""
    return [(HERE, NAME_HERE), *((name, name) for name in templates(page))]


def serve(request: HttpRequest, page: Page, mode: str) -> HttpResponse:
    """A draft as its author left it, here or in a frontend outside."""
    template = templates(page).get(mode)
    if template is None:
        return renderer.render(request, page)
    if page.pk is None:  # what has no row yet has no link either
        return TemplateResponse(request, "reports/previews/unsaved.html", {"mode": mode})
    from reports.models import User  # models know this module
    from reports.previews import links

    assert isinstance(request.user, User)  # Wagtail asks for a session before it comes here
    link = links.outside(request.user, page, content(page))
    path = quote(page.url_path[len(page.get_site().root_page.url_path) - 1 :])
    address = template.replace("{token}", links.token(link)).replace("{path}", path)
    return HttpResponseRedirect(address, headers={"Cache-Control": "private, no-store"})


def content(page: Page) -> dict[str, Any]:
    """The page as a revision would keep it."""
    found: dict[str, Any] = page.serializable_data()
    return found
