"""The entry of an import in the history of a report."""

from typing import Any

from wagtail.log_actions import LogFormatter

IMPORTED = "reports.import"


def register_actions(register: Any) -> None:
    """Tell Wagtail how an import is called in the history."""

    @register.register_action(IMPORTED)
    class Imported(LogFormatter):
        label = "Importer un document"
        message = "Document importé"

        def format_message(self, entry: Any) -> str:
            """Return the message with the names of the files."""
            names = ", ".join(entry.data.get("files", ()))
            return f"Document importé : {names}" if names else self.message
