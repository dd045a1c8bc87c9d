"""Opens the drafts of a preview token, for GraphQL requests and frontends of this process."""

from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, Site

from reports.content.visibility.drafts import NO_DRAFTS, Drafts
from reports.publishing.models import PreviewLink
from reports.publishing.previews import links
from reports.publishing.previews.openings import record_opening
from reports_graphql.errors import Refusal
from reports_graphql.http.delivery import PREVIEW, PRIVATE

__all__ = ["NO_DRAFTS", "Drafts", "Preview", "open_preview"]


@dataclass(frozen=True)
class Preview:
    """The drafts that a review link shows, and the link; `draft` is the page that it leads to."""

    link: PreviewLink
    draft: Page
    drafts: Drafts

    def record(self, request: HttpRequest, form: str) -> None:
        """Count one reading, by its form: « page », « PDF » or « graphe »."""
        record_opening(self.link, timezone.now(), request, form)


def open_drafts(request: HttpRequest, site: Site | None) -> Drafts:
    """Return the drafts of a request's preview token, and count the opening.

    Raises `Refusal` for an invalid token.
    """
    preview = open_preview(request.headers[PREVIEW], site)
    if preview is None:
        message, headers = "This preview token opens nothing.", {"Cache-Control": PRIVATE}
        raise Refusal(message, "PREVIEW_TOKEN_INVALID", 403, headers)
    preview.record(request, "graphe")
    return preview.drafts


def open_preview(token: str, site: Site | None) -> Preview | None:
    """Return the drafts that a token shows on a site; None for a token that opens none there."""
    link = links.open_link(token)
    if link is None or not site:
        return None
    drafts = links.build_drafts(link)
    for page in drafts.pages:
        page.prepare_preview()
    root = site.root_page.url_path
    here = tuple(page for page in drafts.pages if page.url_path.startswith(root))
    return Preview(link, here[0], replace(drafts, pages=here)) if here else None
