"""The type of the page that a preview token shows."""

from typing import Self

import strawberry
from wagtail.models import Page

from reports.content.models import AnnualReportPage
from reports_graphql.context import Info


@strawberry.type(description="The page whose draft a preview token shows.")
class PreviewedPage:
    path: str = strawberry.field(
        description="The public path of the page once it is published: « /bilan/2024/ »."
    )
    year: int | None = strawberry.field(
        description="The year of the report; null for a page that is no report."
    )

    @classmethod
    def from_draft(cls, draft: Page, path: str) -> Self:
        return cls(path=path, year=draft.year if isinstance(draft, AnnualReportPage) else None)


def previewed_page(info: Info) -> PreviewedPage | None:
    """Return the page that the review link of the request was made for."""
    pages = info.context.drafts.pages
    return (
        PreviewedPage.from_draft(pages[0], info.context.perspective.path(pages[0]))
        if pages
        else None
    )
