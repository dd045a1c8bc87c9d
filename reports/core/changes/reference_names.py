"""The interface by which comparisons look up names of records, pages and files in a database."""

from typing import Any, Protocol


class ReferenceNames(Protocol):
    """Looks up the French names of the records, pages and files that a document refers to.

    `content.records.reference_names` implements it; what was deleted gets a text or its key.
    """

    def find_instance(self, kind: str, row: int) -> Any:
        """Return what a row id refers to; None where it is gone."""

    def find_title(self, kind: str, row: int) -> str:
        """Return the name of what a row id refers to."""

    def find_link_title(self, kind: str, row: int) -> str:
        """Return the title of a page or a document that rich text links to."""

    def find_record_name(self, kind: str, key: str) -> str:
        """Return the name of the record that a row of a table refers to."""
