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
from reports_graphql.types.places import ANCHOR, PATH
from reports_graphql.types.report_in_context import ReportInContext, report_field
from reports_graphql.types.snippets import Service, Term


@strawberry.type
class Hit(Item):
    """What every member of `SearchResult` has."""

    entry: strawberry.Private[models.SearchEntry]
    title: str = strawberry.field(
        description="What is displayed at the head of the result: the title of the section or else "
        "of the report, or the name of the service, the indicator or the term."
    )
    excerpt: str = strawberry.field(
        description="At most 200 characters of plain text around the first word found; empty if "
        "there is nothing but the title."
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


@strawberry.type(description="A passage of a public report: a block, or its title and its summary.")
class ReportPassage(Hit):
    report: ReportInContext = report_field("The report that contains the passage.")
    block: strawberry.ID | None = strawberry.field(
        description="The block of the report; null for the title and the summary."
    )
    anchor: str = strawberry.field(description=ANCHOR.format("the passage"))
    path: str = strawberry.field(description=PATH.format("the passage"))


@strawberry.type(description="A service found by its name or its mission.")
class ServiceHit(Hit):
    @resolved_field("The service.", Service)
    def service(self) -> models.Service | None:
        return self.entry.service


@strawberry.type(description="An indicator found by its name, its definition or its unit.")
class IndicatorHit(Hit):
    @resolved_field("The indicator.", Indicator)
    def indicator(self) -> models.Indicator | None:
        return self.entry.indicator


@strawberry.type(description="A term of the glossary found by its name or its definition.")
class TermHit(Hit):
    @resolved_field("The term.", Term)
    def term(self) -> models.Term | None:
        return self.entry.term


SearchResult = Annotated[
    ReportPassage | ServiceHit | IndicatorHit | TermHit,
    strawberry.union(
        "SearchResult", description="What a search finds: one type for each kind of result."
    ),
]


def build_hit(entry: models.SearchEntry, searched: list[Stems], context: Context) -> Hit:
    """An entry as the member of `SearchResult` that it is; what it leads to is announced."""
    if entry.report:
        summary = ReportInContext.of_today(entry.report, context)
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
