"""The type of a version of a report: its number, date, hash and reason."""

import datetime
from typing import Any, Self

import strawberry

from reports.core.document import block_ids
from reports_graphql.types.item import Item
from reports_graphql.types.pdf_file import PdfFile


@strawberry.type(
    description="A publication of a report that changed something of it. What it says changes no "
    "more; `report(year, version)` gives it."
)
class ReportVersion(Item):
    number: int = strawberry.field(description="The number, from 1.")
    published_at: datetime.datetime = strawberry.field(
        description="When the version was published."
    )
    sha256: str = strawberry.field(
        description="The SHA-256 of the content in hexadecimal, by which to cite what was written."
    )
    reason: str = strawberry.field(
        description="The public reason for the publication; empty if there is none."
    )
    withdrawn: bool = strawberry.field(
        description="Whether the content was erased: the version can be read no longer."
    )
    withdrawn_at: datetime.datetime | None = strawberry.field(
        description="When the version was withdrawn; null if it can be read."
    )
    withdrawal_reason: str = strawberry.field(
        description="The public reason for the withdrawal; empty if the version can be read."
    )
    path: str = strawberry.field(
        description="Where the version is read: « /bilan/2024/v/2/ », a path on this server, and "
        "on the frontend if that shows versions."
    )
    pdf: PdfFile | None = strawberry.field(
        description="The version on paper; null until it was made, and once it is withdrawn."
    )

    @classmethod
    def from_row(cls, row: Any, report_path: str) -> Self:
        """Return the type's value for a row, which was read with the data of its PDF."""
        id = block_ids.derive_id("version", row.report_key, row.number)
        path = f"{report_path}v/{row.number}/"
        return cls(
            id=strawberry.ID(id),
            number=row.number,
            published_at=row.published_at,
            sha256=row.sha256,
            reason=row.reason,
            withdrawn=row.withdrawn_at is not None,
            withdrawn_at=row.withdrawn_at,
            withdrawal_reason=row.withdrawal_reason,
            path=path,
            pdf=build_pdf(row, id, path) if row.pdf_name and not row.withdrawn_at else None,
        )


def build_pdf(row: Any, id: str, path: str) -> PdfFile:
    file = strawberry.ID(f"{id}-pdf")
    return PdfFile(id=file, path=f"{path}rapport.pdf", size=row.pdf_size, pages=row.pdf_pages)
