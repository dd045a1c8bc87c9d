import datetime
from typing import Self

import strawberry

from reports import models
from reports.document import rich_text as nodes
from reports_graphql.context import Context, Info
from reports_graphql.fields import resolved_field
from reports_graphql.types.media import Document
from reports_graphql.types.richtext import RichText

ANCHOR = "The anchor of the section that contains {}, without « # »; empty outside any section."
PATH = "Where to read {}: « /bilan/2024/#impact », or « /bilan/2024/ » outside any section."


@strawberry.type(description="An annual report in brief.")
class ReportSummary:
    page: strawberry.Private[models.AnnualReportPage]
    id: strawberry.ID = strawberry.field(description="A stable key: a UUID.")
    year: int = strawberry.field(description="The year that the report is about.")
    title: str = strawberry.field(description="The title of the page.")
    hero_title: str = strawberry.field(
        description="The title at the head of the report, the title of the page by default."
    )
    path: str = strawberry.field(description="The public path: « /bilan/2024/ ».")
    introduction: nodes.RichText = strawberry.field(
        graphql_type=RichText,
        description="The summary at the head of the report and in lists.",
    )
    published_at: datetime.datetime | None = strawberry.field(
        description="When it was first published; null for a draft that never was."
    )

    @resolved_field(
        "The file that the report transcribes; null if there is none, or if it is not public.",
        Document | None,
    )
    def document(self, info: Info) -> models.ReportDocument | None:
        return info.context.load.documents_by_id.get(self.page.source_document_id)

    @classmethod
    def from_page(cls, page: models.AnnualReportPage, context: Context) -> Self:
        context.load.announce_report(page)
        return cls(
            page=page,
            id=strawberry.ID(str(page.translation_key)),
            year=page.year,
            title=page.title,
            hero_title=page.hero_title or page.title,
            path=context.perspective.path(page),
            introduction=nodes.RichText(page.introduction),
            published_at=page.first_published_at,
        )

    def path_to(self, anchor: str) -> str:
        """The public path of a section; of the report where there is none."""
        return f"{self.path}#{anchor}" if anchor else self.path

    @classmethod
    def if_any(cls, page: models.AnnualReportPage | None, context: Context) -> Self | None:
        return cls.from_page(page, context) if page else None
