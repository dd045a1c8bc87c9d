"""Names of what documents refer to, which only a database knows."""

from typing import Any, Protocol


class ReferenceNames(Protocol):
    """Names in French, which also say that something is gone."""

    def find_instance(self, kind: str, row: int) -> Any:
        """Return what a row id refers to; None where it is gone."""

    def find_title(self, kind: str, row: int) -> str:
        """Return the name of what a row id refers to."""

    def find_link_title(self, kind: str, row: int) -> str:
        """Return the title of a page or a document that rich text links to."""

    def find_record_name(self, kind: str, key: str) -> str:
        """Return the name of the record that a row of a table refers to."""
