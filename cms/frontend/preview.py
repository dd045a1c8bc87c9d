"""Drafts as readers will see them: for an editor beside the form, for a reviewer by a link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as rendered
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.frontend import pages
from cms.frontend.policy import PREVIEW_POLICY, PUBLIC_POLICY, headers
from cms.frontend.visit import Visit
from reports_graphql.errors import incident
from reports_graphql.http import delivery
from reports_graphql.previewing import Preview, opened

PRIVATE = {"Cache-Control": delivery.PRIVATE, "X-Robots-Tag": "noindex"}


def render(request: HttpRequest, draft: Page) -> HttpResponse:
    """A draft as it is in memory. Whatever it lacks, this shows the rest, and nothing else."""
    try:
        site = draft.get_site()
        found = site and shown(Visit(request, draft, site, checked=True), site)
    except Exception as cause:  # whatever a draft may hold: its author gets a sentence, no trace
        number = incident("Preview incident %s", cause)
        return failed(request, number)
    return found or failed(request, "")


def failed(request: HttpRequest, number: str) -> HttpResponse:
    page = rendered(request, "frontend/unshown.html", {"incident": number})
    return private(page, PREVIEW_POLICY)


def private(page: HttpResponse, policy: str = PUBLIC_POLICY) -> HttpResponse:
    """A page that is for one reader, who came by a secret."""
    for name, value in (headers(policy) | PRIVATE).items():
        page[name] = value
    return page


def shown(visit: Visit, site: Site) -> HttpResponse | None:
    assert visit.draft is not None
    visit.path = visit.draft.url_path[len(site.root_page.url_path) - 1 :]
    return pages.at(visit, visit.path)


@require_safe
@sensitive_variables("token")
def review(request: HttpRequest, token: str) -> HttpResponse:
    """The draft that a review link shows. Whatever opens nothing gets one answer."""
    site = Site.find_for_request(request)
    preview = opened(token, site)
    if preview is None or site is None:
        return closed(request)
    visit = Visit(request, preview.draft, site, link=told(preview))
    found = shown(visit, site)
    if found is None:
        return closed(request)
    if request.method == "GET":
        preview.record()
    return private(found)


def told(preview: Preview) -> dict[str, str]:
    """What the banner says of a link: which page, which version, until when."""
    link = preview.link
    made = timezone.localtime(link.revision.created_at) if link.revision else None
    version = f"Version du {date_format(made, 'j F Y à H:i')}" if made else "Dernier brouillon"
    until = date_format(timezone.localtime(link.expires_at), "j F Y à H:i")
    return {"page": preview.draft.title, "version": version, "until": until}


def closed(request: HttpRequest) -> HttpResponse:
    page = private(rendered(request, "frontend/closed.html", status=404))
    page._has_been_logged = True  # type: ignore[attr-defined]  # Django would log the token
    return page
