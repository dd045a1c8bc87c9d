"""Shows drafts as readers will see them: to an editor next to the form, or by a review link."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as rendered
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.frontend import pages
from cms.frontend.api_client import Visit
from cms.frontend.dates import format_moment
from cms.frontend.policy import SAME_SITE, build_policy, protect
from reports_graphql.errors import log_incident
from reports_graphql.http import delivery
from reports_graphql.preview_field import Drafts, Preview, open_preview

UNDER_EMBARGO = "Ne publiez rien de ce qui suit avant l’heure"
PRIVATE = {"Cache-Control": delivery.PRIVATE, "X-Robots-Tag": "noindex"}


def render(request: HttpRequest, draft: Page) -> HttpResponse:
    """Return the page of a draft in memory. An incomplete draft is shown as far as possible."""
    try:
        site = draft.get_site()
        response = site and show_draft(Visit(request, Drafts((draft,)), site, checked=True), draft)
    except Exception as cause:  # whatever a draft may hold: its author gets a sentence, no trace
        number = log_incident("Preview incident %s", cause)
        return incident_page(request, number)
    return response or incident_page(request, "")


def incident_page(request: HttpRequest, number: str) -> HttpResponse:
    page = rendered(request, "frontend/unshown.html", {"incident": number})
    return mark_private(page, build_policy(SAME_SITE))


def mark_private(page: HttpResponse, policy: str | None = None) -> HttpResponse:
    """Forbid caches and search engines to keep a page or file that was reached by a secret."""
    protect(page, policy)
    for name, value in PRIVATE.items():
        page[name] = value
    return page


def show_draft(visit: Visit, draft: Page) -> HttpResponse | None:
    visit.path = read_path(draft, visit.site)
    return pages.page_at(visit, visit.path)


def read_path(draft: Page, site: Site | None) -> str:
    """Return the public path that a draft has or will have on its site."""
    return draft.url_path[len(site.root_page.url_path) - 1 :] if site else draft.url_path


@require_safe
@sensitive_variables("token")
def show_review(request: HttpRequest, token: str) -> HttpResponse:
    """Return a draft that a review link shows. Every link that opens nothing gets one answer.

    The link of a release leads to its first page; `?page=` names another by its public path.
    """
    site = Site.find_for_request(request)
    preview = open_preview(token, site)
    if preview is None or site is None:
        return closed_page(request)
    shown = {read_path(page, site): page for page in preview.drafts.pages}
    draft = shown.get(request.GET.get("page", ""), preview.draft)
    visit = Visit(request, preview.drafts, site, link=describe_link(preview, shown))
    response = show_draft(visit, draft)
    if response is None:
        return closed_page(request)
    if request.method == "GET":
        preview.record(request, "page")
    return mark_private(response)


def describe_link(preview: Preview, shown: dict[str, Page]) -> dict[str, Any]:
    """Return the text of the banner on a review link: its pages, version and expiry."""
    link = preview.link
    until = format_moment(link.expires_at)
    if link.release:
        pages_ = [{"path": path, "title": page.title} for path, page in shown.items()]
        return {
            "page": link.release.name,
            "version": UNDER_EMBARGO,
            "until": until,
            "pages": pages_,
        }
    made = link.revision.created_at if link.revision else None
    version = f"Version du {format_moment(made)}" if made else "Dernier brouillon"
    return {"page": preview.draft.title, "version": version, "until": until}


def closed_page(request: HttpRequest) -> HttpResponse:
    page = mark_private(rendered(request, "frontend/closed.html", status=404))
    page._has_been_logged = True  # type: ignore[attr-defined]  # Django would log the token
    return page
