"""Removes references and links from a document if their targets are hidden now."""

from collections.abc import Callable
from typing import Any

from reports.core.document import Document
from reports.core.document.public_ids import Translation, replace_in_html, translate
from reports.publishing.versions.hidden_rows import Hidden


def keep_visible_link(hidden: Hidden) -> Callable[[str, str], str]:
    """Return the function that gives the id of a link, "" where it is hidden."""
    return lambda kind, key: "" if (kind, key) in hidden else key


def drop_hidden(document: Document, hidden: Hidden) -> Document:
    """Return the document without references and links to what is hidden."""

    def replace_reference(kind: str, key: Any) -> Any:
        return None if (kind, str(key)) in hidden else key

    replace_id = keep_visible_link(hidden)
    return translate(
        document, Translation(replace_reference, lambda html: replace_in_html(html, replace_id))
    )
