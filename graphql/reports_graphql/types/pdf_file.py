from typing import Any, Self

import strawberry

from reports_graphql.types.item import Item
from reports_graphql.types.versions import ReportVersion


@strawberry.type(
    description="A version of a report on paper: a tagged PDF (PDF/UA-1, PDF/A-3a), with its "
    "figures attached as CSV and JSON."
)
class PdfFile(Item):
    path: str = strawberry.field(description="The public path: « /bilan/2024/v/2/rapport.pdf ».")
    size: int = strawberry.field(description="The size in bytes.")
    pages: int = strawberry.field(description="The number of pages.")

    @classmethod
    def from_row(cls, row: Any, report_path: str) -> Self | None:
        """Return the PDF of a version whose row knows of it; None if none was made."""
        if not row.pdf_name or row.withdrawn_at:
            return None
        version = ReportVersion.from_row(row, report_path)
        path = f"{version.path}rapport.pdf"
        id = strawberry.ID(f"{version.id}-pdf")
        return cls(id=id, path=path, size=row.pdf_size, pages=row.pdf_pages)
