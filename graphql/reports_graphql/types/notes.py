"""The type of the notes of a report."""

import strawberry
from strawberry import Parent

from reports.core.document import rich_text
from reports.core.document.block_ids import derive_id
from reports_graphql.types.item import Item
from reports_graphql.types.report_in_context import ReportInContext
from reports_graphql.types.richtext import RichText


@strawberry.type(description="A note: what a number in the text of a report leads to.")
class Note(Item):
    number: int = strawberry.field(
        description="The number of the note, from 1. Its mark in `html` leads to `#note-1`, and "
        "has the id `appel-1` for the way back."
    )
    content: rich_text.RichText = strawberry.field(
        graphql_type=RichText, description="What the note says."
    )
    block: strawberry.ID = strawberry.field(
        description="The block whose text calls the note, the first if there are several."
    )


def report_notes(report: Parent[ReportInContext]) -> list[Note]:
    return [
        Note(
            id=strawberry.ID(derive_id(report.id, "note", note.id)),
            number=note.number,
            content=note.content,
            block=strawberry.ID(note.block),
        )
        for note in report.read_document().notes
    ]
