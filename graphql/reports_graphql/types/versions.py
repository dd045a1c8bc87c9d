"""Versions of a report: what was published, when, and why."""

import datetime
from typing import Self

import strawberry

from reports import models
from reports.document import block_ids
from reports_graphql.types.item import Item


@strawberry.type(
    description="Une publication d’un bilan qui en a changé quelque chose. Ce qu’elle dit ne "
    "change plus ; `report(year, version)` le donne."
)
class ReportVersion(Item):
    number: int = strawberry.field(description="Numéro, à partir de 1.")
    published_at: datetime.datetime = strawberry.field(description="Date de publication.")
    sha256: str = strawberry.field(
        description="Empreinte SHA-256 du contenu, en hexadécimal : de quoi citer ce qui était "
        "écrit."
    )
    reason: str = strawberry.field(
        description="Motif public de la publication ; vide s’il n’y en a pas."
    )
    withdrawn: bool = strawberry.field(
        description="Vrai quand le contenu a été effacé : la version n’est plus lisible."
    )
    withdrawn_at: datetime.datetime | None = strawberry.field(
        description="Date du retrait ; nulle si la version est lisible."
    )
    withdrawal_reason: str = strawberry.field(
        description="Motif public du retrait ; vide si la version est lisible."
    )
    path: str = strawberry.field(description="Chemin public : « /bilan/2024/v/2/ ».")

    @classmethod
    def from_row(cls, row: models.ReportVersion, report_path: str) -> Self:
        return cls(
            id=strawberry.ID(block_ids.derive_id("version", row.report_key, row.number)),
            number=row.number,
            published_at=row.published_at,
            sha256=row.sha256,
            reason=row.reason,
            withdrawn=row.withdrawn_at is not None,
            withdrawn_at=row.withdrawn_at,
            withdrawal_reason=row.withdrawal_reason,
            path=f"{report_path}v/{row.number}/",
        )
