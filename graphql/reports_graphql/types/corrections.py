"""The type of a correction: a change to what an earlier version published, and its reason."""

import datetime
from typing import Self

import strawberry

from reports import models
from reports.core.document import block_ids
from reports_graphql.enums import CorrectionKind
from reports_graphql.types.item import Item


@strawberry.type(
    description="What a version changed of what was published, and why. Its words are erased if "
    "one of the two versions is withdrawn."
)
class Correction(Item):
    kind: CorrectionKind = strawberry.field(description="What kind of change it is.")
    date: datetime.datetime = strawberry.field(
        description="When the version that makes it was published."
    )
    sentence: str = strawberry.field(description="What readers are told about it.")
    place: str = strawberry.field(
        description="The place in words; empty if words changed, here or there."
    )
    block: strawberry.ID | None = strawberry.field(description="The block; null if words changed.")
    row: strawberry.ID | None = strawberry.field(
        description="The row of the table, the item or the figure; null if it is the whole block."
    )
    column: strawberry.ID | None = strawberry.field(
        description="The column of the table; null outside tables."
    )
    address: strawberry.ID | None = strawberry.field(
        description="The address of what changed, in the version that makes it, or where it was "
        "removed in the one before; null if words changed."
    )
    before: str = strawberry.field(
        description="The figure before; empty if there was none, or if words changed."
    )
    after: str = strawberry.field(
        description="The figure after; empty if there is none any longer, or if words changed."
    )
    version: int = strawberry.field(description="The number of the version that makes it.")

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
            address=strawberry.ID(str(row.address)) if row.address else None,
            before=row.before,
            after=row.after,
            version=version.number,
        )
