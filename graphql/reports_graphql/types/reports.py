from typing import Self

import strawberry

from reports import outline
from reports.problems import problems
from reports_graphql.context import Info
from reports_graphql.fields import computed
from reports_graphql.loaders.reports import Neighbours
from reports_graphql.types.blocks.body import ReportBlock, entries, members
from reports_graphql.types.item import Item
from reports_graphql.types.summaries import ReportSummary


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


@strawberry.type(description="Le bilan d’une année.")
class Report(ReportSummary):
    @computed("Le plan, à plat, dans l’ordre du bilan.")
    def outline(self) -> list[OutlineEntry]:
        return [OutlineEntry.of(entry) for entry in entries(self.page.body)]

    @computed("Le bilan public de l’année d’avant, ou le plus proche.")
    def previous(self, info: Info) -> ReportSummary | None:
        around = info.context.load.neighbours_by_year.get(self.year) or Neighbours()
        return ReportSummary.if_any(around.previous, info.context)

    @computed("Le bilan public de l’année d’après, ou le plus proche.")
    def next(self, info: Info) -> ReportSummary | None:
        around = info.context.load.neighbours_by_year.get(self.year) or Neighbours()
        return ReportSummary.if_any(around.next, info.context)

    @computed("Ce qui manque encore, dans un aperçu ; vide pour ce qui est public.")
    def problems(self, info: Info) -> list[Problem]:
        if self.page is not info.context.perspective.draft:
            return []
        return [
            Problem(id=strawberry.ID(f"problem-{place}"), block=p.block or None, message=p.message)  # type: ignore[arg-type]
            for place, p in enumerate(problems(self.page), 1)
        ]

    @computed("Le contenu, bloc par bloc.")
    def body(self) -> list[ReportBlock]:
        return members(self.page.body)
