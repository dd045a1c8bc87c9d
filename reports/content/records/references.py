"""Finds references to records in a document: row ids in blocks, keys in rows of tables.

It reads nothing from the database, and accepts incomplete drafts.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reports.content.models.snippet import Snippet
from reports.content.records.kinds import find_model
from reports.core.document import Document
from reports.core.document.part import Role
from reports.core.document.traversal import Visit, visit_document


@dataclass(frozen=True)
class RecordReference:
    """One reference to a record of a model, with its place in the document."""

    model: type[Snippet]
    visit: Visit

    @property
    def key(self) -> int | str:
        """The row id of the record; in the row of a table, its key."""
        return self.visit.value

    @property
    def place(self) -> str:
        """The id of the nearest item or block."""
        return self.visit.item or self.visit.block.id

    @property
    def label(self) -> str:
        """What editors call the block."""
        return self.visit.block.label

    def is_to(self, model: type[Snippet], keys: Collection[int | str]) -> bool:
        """Return whether this is a reference to a record of a model that has these keys."""
        return self.model is model and self.key in keys


def find_references(document: Document) -> Iterator[RecordReference]:
    """Yield the references of a document to records, in its order."""
    for visit in visit_document(document):
        if visit.part.role is not Role.REFERENCE or visit.value is None:
            continue
        if model := find_model(visit.part.refers_to):
            yield RecordReference(model, visit)
