"""What versions of a report changed of what was published, and why."""

import datetime
from typing import Self

import strawberry

from reports import models
from reports.document import block_ids
from reports_graphql.enums import CorrectionKind
from reports_graphql.types.item import Item


@strawberry.type(
    description="Ce qu’une version a changé de ce qui était publié, et pourquoi. Si l’une des deux "
    "versions est retirée, ses mots sont effacés."
)
class Correction(Item):
    kind: CorrectionKind = strawberry.field(description="Nature du changement.")
    date: datetime.datetime = strawberry.field(description="Date de la version qui le fait.")
    sentence: str = strawberry.field(description="Ce qui en est dit aux lecteurs.")
    place: str = strawberry.field(
        description="L’endroit en toutes lettres ; vide si ce sont des mots, ici ou là."
    )
    block: strawberry.ID | None = strawberry.field(description="Le bloc ; nul pour des mots.")
    row: strawberry.ID | None = strawberry.field(
        description="La ligne du tableau, l’élément ou le chiffre ; nul si c’est tout le bloc."
    )
    column: strawberry.ID | None = strawberry.field(
        description="La colonne du tableau ; nulle hors des cellules."
    )
    before: str = strawberry.field(
        description="Le chiffre d’avant ; vide s’il n’y en avait pas, ou pour des mots."
    )
    after: str = strawberry.field(
        description="Le chiffre d’après ; vide s’il n’y en a plus, ou pour des mots."
    )
    version: int = strawberry.field(description="Numéro de la version qui le fait.")

    @classmethod
    def from_row(cls, row: models.Correction) -> Self:
        version = row.version
        id = block_ids.derive_id("correction", version.report_key, version.number, row.order)
        return cls(
            id=strawberry.ID(id),
            kind=CorrectionKind(row.kind),
            date=version.published_at,
            sentence=row.sentence,
            place=row.place,
            block=strawberry.ID(row.block) if row.block else None,
            row=strawberry.ID(row.row) if row.row else None,
            column=strawberry.ID(row.column) if row.column else None,
            before=row.before,
            after=row.after,
            version=version.number,
        )
