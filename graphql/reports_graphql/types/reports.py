import datetime
from collections import Counter
from typing import Self

import strawberry
from wagtail.models import Page

from reports import identity, models, outline
from reports.problems import problems
from reports_graphql.context import Info
from reports_graphql.fields import computed
from reports_graphql.loaders.reports import Neighbours
from reports_graphql.types.blocks.body import ReportBlock, entries, members
from reports_graphql.types.item import Item
from reports_graphql.types.summaries import ReportSummary

SEO_TITLE = "Titre pour l’onglet et les moteurs de recherche ; à défaut, le titre."
SEO_DESCRIPTION = "Résumé pour les moteurs de recherche ; vide s’il n’y en a pas."
LAST_PUBLISHED_AT = "Date de dernière publication ; nulle pour un brouillon jamais publié."


def title_elsewhere(page: Page) -> str:
    """What a page is called in tabs and by search engines."""
    return str(page.seo_title or page.title)


@strawberry.type(description="Un titre du bilan dans son plan.")
class OutlineEntry(Item):
    level: int = strawberry.field(
        description="Place dans le plan : 2 partie, 3 section, 4 sous-section."
    )
    number: str = strawberry.field(description="Numéro hiérarchique, calculé : « 3.2 ».")
    title: str = strawberry.field(description="Le titre, sans numéro.")
    anchor: str = strawberry.field(description="Adresse du titre dans la page, sans « # ».")

    @classmethod
    def of(cls, entry: outline.Entry) -> Self:
        return cls(
            id=strawberry.ID(entry.id),
            level=entry.level,
            number=entry.number,
            title=entry.text,
            anchor=entry.anchor,
        )


@strawberry.type(description="Ce qui manque à un brouillon.")
class Problem(Item):
    block: strawberry.ID | None = strawberry.field(
        description="Le bloc où cela manque ; nul pour la page elle-même."
    )
    message: str = strawberry.field(description="Ce qui manque, en français.")

    @classmethod
    def list_of(cls, page: models.AnnualReportPage) -> list[Self]:
        """Their ids follow from what they say: while one is mended, the others keep theirs."""
        times: Counter[str] = Counter()
        told = []
        for found in problems(page):
            derived = identity.derive("problem", found.block, found.message)
            times[derived] += 1
            id = derived if times[derived] == 1 else f"{derived}-{times[derived]}"
            block = strawberry.ID(found.block) if found.block else None
            told.append(cls(id=strawberry.ID(id), block=block, message=found.message))
        return told


@strawberry.type(description="Le bilan d’une année.")
class Report(ReportSummary):
    @computed(SEO_TITLE)
    def seo_title(self) -> str:
        return title_elsewhere(self.page)

    @computed(SEO_DESCRIPTION)
    def seo_description(self) -> str:
        return self.page.search_description

    @computed(LAST_PUBLISHED_AT)
    def last_published_at(self) -> datetime.datetime | None:
        return self.page.last_published_at

    @computed("Le plan, à plat, dans l’ordre du bilan.")
    def outline(self) -> list[OutlineEntry]:
        return [OutlineEntry.of(entry) for entry in entries(self.page.body)]

    @computed("Le bilan public de l’année d’avant, ou le plus proche ; nul s’il n’y en a pas.")
    def previous(self, info: Info) -> ReportSummary | None:
        around = info.context.load.neighbours_by_year.get(self.year) or Neighbours()
        return ReportSummary.if_any(around.previous, info.context)

    @computed("Le bilan public de l’année d’après, ou le plus proche ; nul s’il n’y en a pas.")
    def next(self, info: Info) -> ReportSummary | None:
        around = info.context.load.neighbours_by_year.get(self.year) or Neighbours()
        return ReportSummary.if_any(around.next, info.context)

    @computed("Ce qui manque encore, dans un aperçu ; vide pour ce qui est public.")
    def problems(self, info: Info) -> list[Problem]:
        if self.page is not info.context.perspective.draft:
            return []
        return Problem.list_of(self.page)

    @computed("Le contenu, bloc par bloc.")
    def body(self) -> list[ReportBlock]:
        return members(self.page.body)
