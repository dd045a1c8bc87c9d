import datetime
from typing import Self

import strawberry

from reports import models
from reports.document import rich_text as nodes
from reports_graphql.context import Context, Info
from reports_graphql.fields import resolved_field
from reports_graphql.types.media import Document
from reports_graphql.types.richtext import RichText

ANCHOR = "Ancre de la section où se trouve {}, sans « # » ; vide hors de toute section."
PATH = "Où lire {} : « /bilan/2024/#impact », ou « /bilan/2024/ » hors de toute section."


@strawberry.type(description="Un bilan annuel, en bref.")
class ReportSummary:
    page: strawberry.Private[models.AnnualReportPage]
    id: strawberry.ID = strawberry.field(description="Clé stable : un UUID.")
    year: int = strawberry.field(description="Année dont le bilan rend compte.")
    title: str = strawberry.field(description="Titre de la page.")
    hero_title: str = strawberry.field(
        description="Grand titre en tête du bilan ; à défaut, le titre de la page."
    )
    path: str = strawberry.field(description="Chemin public : « /bilan/2024/ ».")
    introduction: nodes.RichText = strawberry.field(
        graphql_type=RichText,
        description="Résume le bilan, en tête de page et dans les listes.",
    )
    published_at: datetime.datetime | None = strawberry.field(
        description="Date de première publication ; nulle pour un brouillon jamais publié."
    )

    @resolved_field(
        "Fichier dont ce bilan est la transcription ; nul s’il n’y en a pas, ou s’il n’est pas "
        "public.",
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
