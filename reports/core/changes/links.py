"""Describes the targets of links in rich text, in words."""

from reports.core.changes.reference_names import ReferenceNames
from reports.core.document.rich_text import RichText, RichTextLink

LINKED = ("page", "document")


def describe_links(text: RichText, names: ReferenceNames) -> list[str]:
    """Return each link as « ses mots → où il mène »."""
    return [f"{link.words} → {describe_target(link, names)}" for link in text.links]


def describe_target(link: RichTextLink, names: ReferenceNames) -> str:
    if link.kind in LINKED and link.row is not None:
        return names.find_link_title(link.kind, link.row)
    return link.url
