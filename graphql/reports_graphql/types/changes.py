"""Entries of the change feed."""

import datetime
from typing import Self

import strawberry

from reports.models import Change as StoredChange
from reports.models import Correction as StoredCorrection
from reports.models import PublicState
from reports.publication.feed.public_entry import PublicEntry
from reports_graphql.connection import Edge, PageInfo
from reports_graphql.enums import ChangeKind, RecordKind
from reports_graphql.types.corrections import Correction
from reports_graphql.types.item import Item


@strawberry.type(
    description="Un acte qui a changé quelque chose de public : ce dont il parle, et les réponses "
    "qui peuvent en avoir changé. De ce qui n’est plus public, il ne reste que l’entrée qui le dit."
)
class Change(Item):
    kind: ChangeKind = strawberry.field(description="Ce qui s’est passé.")
    happened_at: datetime.datetime = strawberry.field(description="Quand.")
    subject: strawberry.ID | None = strawberry.field(
        description="Clé stable du bilan ou de la page, clé de la fiche ; nulle pour une "
        "redirection et pour le site."
    )
    record: RecordKind | None = strawberry.field(
        description="Sorte de fiche ; nulle pour ce qui n’en est pas une."
    )
    year: int | None = strawberry.field(description="Année du bilan ; nulle hors des bilans.")
    title: str = strawberry.field(
        description="Titre ou nom d’aujourd’hui ; vide pour ce qui n’est plus public, une "
        "redirection ou le site."
    )
    path: str = strawberry.field(
        description="Chemin sur le site après l’acte (avant, pour ce qui n’est plus public) ; vide "
        "pour une fiche et pour le site."
    )
    former_path: str = strawberry.field(
        description="Chemin avant l’acte, s’il était autre ; vide sinon."
    )
    cache_tags: list[str] = strawberry.field(
        description="Étiquettes des réponses à redemander : elles sont dans l’en-tête `Cache-Tag` "
        "des réponses."
    )
    corrections: list[Correction] = strawberry.field(
        description="Ce qu’un bilan a changé de ce qu’il avait publié, chiffre par chiffre."
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


@strawberry.type(description="Une page du flux des changements, du plus ancien au plus récent.")
class ChangeConnection:
    edges: list[Edge[Change]] = strawberry.field(description="Les entrées, dans l’ordre.")
    page_info: PageInfo = strawberry.field(description="Où se trouve la page.")

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
