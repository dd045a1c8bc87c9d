"""The notes of a report."""

import strawberry

from reports.document import rich_text
from reports_graphql.types.item import Item
from reports_graphql.types.richtext import RichText


@strawberry.type(description="A note: what a number in the text of a report leads to.")
class Note(Item):
    number: int = strawberry.field(description="The number of the note, from 1.")
    content: rich_text.RichText = strawberry.field(
        graphql_type=RichText, description="What the note says."
    )
    block: strawberry.ID = strawberry.field(description="The block whose text calls the note.")
