"""The type of the PDF of a version."""

import strawberry

from reports_graphql.descriptions import RELATIVE
from reports_graphql.types.item import Item


@strawberry.type(
    description="A version of a report on paper: a tagged PDF (PDF/UA-1, PDF/A-3a), with its "
    "figures attached as CSV and JSON."
)
class PdfFile(Item):
    path: str = strawberry.field(
        description=f"Where the file is: « /bilan/2024/v/2/rapport.pdf », {RELATIVE}."
    )
    size: int = strawberry.field(description="The size in bytes.")
    pages: int = strawberry.field(description="The number of pages.")
