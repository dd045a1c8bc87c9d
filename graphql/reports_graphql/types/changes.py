"""Types of the change feed: entries and their connection."""

import datetime
from typing import Self

import strawberry
from django.utils.functional import cached_property

from reports.publishing.feed.cursors import make_cursor
from reports.publishing.feed.public_entry import PublicEntry
from reports.publishing.feed.reading import read_last
from reports.publishing.models import Change as StoredChange
from reports.publishing.models import Correction as StoredCorrection
from reports.publishing.models import PublicState
from reports_graphql.connection import Edge, PageInfo, connection_nodes
from reports_graphql.context import Info
from reports_graphql.enums import ChangeKind, RecordKind
from reports_graphql.field_cost import costs
from reports_graphql.loaders import Loaders
from reports_graphql.types.corrections import Correction
from reports_graphql.types.item import Item

# The statements that read entries, as costs name them: what was announced, the gate for each kind.
READ_FOR_ENTRIES = (
    *("public states", "changed pages", "changed reports", "changed services"),
    *("changed incubators", "changed indicators", "changed rounds", "changed terms"),
    *("changed redirects", "sites of redirects"),
)


@strawberry.type(
    description="An act that changed something public: what it is about, and the answers that may "
    "have changed with it. Of what is public no longer, the entry that says so is all that is left."
)
class Change(Item):
    kind: ChangeKind = strawberry.field(description="What happened.")
    happened_at: datetime.datetime = strawberry.field(description="When it happened.")
    subject: strawberry.ID | None = strawberry.field(
        description="The stable key of the report, the page or the record; null for a redirect and "
        "for the site."
    )
    record: RecordKind | None = strawberry.field(
        description="The kind of the record; null for what is no record."
    )
    year: int | None = strawberry.field(
        description="The year of the report; null for what is no report."
    )
    title: str = strawberry.field(
        description="The title or name of today; empty for what is public no longer, a redirect or "
        "the site."
    )
    path: str = strawberry.field(
        description="The path on the site after the act, or before it for what is public no "
        "longer; empty for a record and for the site."
    )
    former_path: str = strawberry.field(
        description="The path before the act, if it was another; empty otherwise."
    )
    cache_tags: list[str] = strawberry.field(
        description="The tags of the answers to ask for again, as in their header `Cache-Tag`."
    )
    corrections: list[Correction] = strawberry.field(
        description="What a report changed of what it had published, figure by figure.",
        metadata=costs("corrections", items=0.5),
    )

    @classmethod
    def from_entry(cls, entry: PublicEntry, title: str) -> Self:
        return cls(
            id=strawberry.ID(entry.id),
            kind=ChangeKind[entry.kind],
            happened_at=entry.happened_at,
            subject=strawberry.ID(entry.subject) if entry.subject else None,
            record=RecordKind(entry.record) if entry.record else None,
            year=entry.year,
            title=title,
            path=entry.path,
            former_path=entry.former_path,
            cache_tags=list(entry.cache_tags),
            corrections=[Correction.from_row(row) for row in entry.corrections],
        )


class LastChange:
    """The cursor of the newest entry of the feed, read once per request."""

    def __init__(self, loaders: Loaders) -> None:
        self.perspective = loaders.perspective

    @cached_property
    def cursor(self) -> str | None:
        last = read_last(self.perspective)
        return make_cursor(last.site, last.sequence) if last else None


def last_cursor(info: Info) -> str | None:
    return info.context.load.get_loaders(LastChange).cursor


@strawberry.type(description="A page of the change feed, the oldest entry first.")
class ChangeConnection:
    edges: list[Edge[Change]] = strawberry.field(
        description="The entries with their places, in order."
    )
    nodes: list[Change] = strawberry.field(
        resolver=connection_nodes, description="The entries alone, in order."
    )
    page_info: PageInfo = strawberry.field(description="Where the page is.")
    last_cursor: str | None = strawberry.field(
        resolver=last_cursor,
        description="The cursor of the newest entry of all, wherever the page is: for who reads "
        "everything and then follows what changes. Null if there is none.",
        metadata=costs("last changes", *(f"last of {name}" for name in READ_FOR_ENTRIES)),
    )

    @classmethod
    def from_entries(
        cls,
        entries: list[StoredChange],
        states: list[PublicState],
        corrections: dict[int, list[StoredCorrection]],
        **ends: bool,
    ) -> Self:
        titles = {state.subject: state.details["details"].get("title", "") for state in states}
        edges = []
        for change in entries:
            entry = PublicEntry.from_change(change, corrections.get(change.pk, ()))
            node = Change.from_entry(entry, titles.get(change.subject, ""))
            edges.append(Edge(node=node, cursor=entry.id))
        return cls(
            edges=edges,
            page_info=PageInfo(
                start_cursor=edges[0].cursor if edges else None,
                end_cursor=edges[-1].cursor if edges else None,
                **ends,
            ),
        )
