"""The entry that an import leaves in the history of a report."""

from typing import Any

from wagtail.log_actions import LogFormatter

IMPORTED = "reports.import"


def register_actions(register: Any) -> None:
    """Register the name and the message of an import in Wagtail's history."""

    @register.register_action(IMPORTED)
    class Imported(LogFormatter):
        label = "Importer un document"
        message = "Document importé"

        def format_message(self, entry: Any) -> str:
            """Return the message with the names of the files."""
            names = ", ".join(entry.data.get("files", ()))
            return f"Document importé : {names}" if names else self.message
