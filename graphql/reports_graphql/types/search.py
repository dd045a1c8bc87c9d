"""What a search finds: passages of reports, and living records."""

from typing import Annotated, Any, Self

import strawberry

from reports import models
from reports.document.block_ids import derive_id
from reports.search.entry_query import Stems
from reports.text.excerpt import excerpt
from reports_graphql.context import Context
from reports_graphql.fields import resolved_field
from reports_graphql.types.indicators import Indicator
from reports_graphql.types.item import Item
from reports_graphql.types.snippets import Service, Term
from reports_graphql.types.summaries import ANCHOR, PATH, ReportSummary


@strawberry.type
class Hit(Item):
    """What every member of `SearchResult` has."""

    entry: strawberry.Private[models.SearchEntry]
    title: str = strawberry.field(
        description="Ce qui s’affiche en tête du résultat : titre de la section (à défaut, du "
        "bilan), nom du service, de l’indicateur ou du terme."
    )
    excerpt: str = strawberry.field(
        description="Texte seul, 200 caractères au plus, autour du premier mot trouvé ; vide quand "
        "il n’y a rien d’autre que le titre."
    )

    @classmethod
    def from_entry(cls, entry: models.SearchEntry, searched: list[Stems], **fields: Any) -> Self:
        return cls(
            # The excerpt depends on the words too: a client's cache must not mix two searches.
            id=strawberry.ID(derive_id("search", entry.kind, entry.key, *searched)),
            entry=entry,
            title=entry.title,
            excerpt=excerpt(entry.text, searched),
            **fields,
        )


@strawberry.type(description="Un passage d’un bilan public : un bloc, ou son titre et son chapô.")
class ReportPassage(Hit):
    report: ReportSummary = strawberry.field(description="Le bilan où se trouve le passage.")
    block: strawberry.ID | None = strawberry.field(
        description="Le bloc du bilan ; nul pour le titre et le chapô."
    )
    anchor: str = strawberry.field(description=ANCHOR.format("le passage"))
    path: str = strawberry.field(description=PATH.format("le passage"))


@strawberry.type(description="Un service trouvé par son nom ou sa mission.")
class ServiceHit(Hit):
    @resolved_field("Le service.", Service)
    def service(self) -> models.Service | None:
        return self.entry.service


@strawberry.type(description="Un indicateur trouvé par son nom, sa définition ou son unité.")
class IndicatorHit(Hit):
    @resolved_field("L’indicateur.", Indicator)
    def indicator(self) -> models.Indicator | None:
        return self.entry.indicator


@strawberry.type(description="Un terme du glossaire trouvé par son nom ou sa définition.")
class TermHit(Hit):
    @resolved_field("Le terme.", Term)
    def term(self) -> models.Term | None:
        return self.entry.term


SearchResult = Annotated[
    ReportPassage | ServiceHit | IndicatorHit | TermHit,
    strawberry.union(
        "SearchResult", description="Ce que trouve une recherche : un type par sorte de résultat."
    ),
]


def build_hit(entry: models.SearchEntry, searched: list[Stems], context: Context) -> Hit:
    """An entry as the member of `SearchResult` that it is; what it leads to is announced."""
    if entry.report:
        summary = ReportSummary.from_page(entry.report, context)
        path = summary.path_to(entry.anchor)
        block = strawberry.ID(entry.block) if entry.block else None
        fields = {"report": summary, "block": block, "anchor": entry.anchor, "path": path}
        return ReportPassage.from_entry(entry, searched, **fields)
    if entry.service:
        context.load.announce_services([entry.service])
        return ServiceHit.from_entry(entry, searched)
    if entry.indicator:
        context.load.announce_indicators([entry.indicator])
        return IndicatorHit.from_entry(entry, searched)
    return TermHit.from_entry(entry, searched)
