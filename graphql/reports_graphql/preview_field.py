"""What a preview token opens: one draft, seen by the graph and by frontends in this process."""

from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Page, Site

from reports.models import PreviewLink
from reports.previews import links


@dataclass(frozen=True)
class Preview:
    """One draft, and the link that shows it."""

    link: PreviewLink
    draft: Page

    def record(self) -> None:
        """Count one reading, as a page or as an answer of the graph."""
        links.record_opening(self.link, timezone.now())


def open_preview(token: str, site: Site | None) -> Preview | None:
    """The draft that a token shows on a site; None for every token that opens none there."""
    link = links.open_link(token)
    if link is None or site is None:
        return None
    draft = links.build_draft(link)
    draft.prepare_preview()
    return Preview(link, draft) if draft.url_path.startswith(site.root_page.url_path) else None
