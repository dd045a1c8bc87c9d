"""Reduces a body or rich text to what the public sees, for the public states of the feed.

References to hidden or unconfirmed records are removed, and row ids are replaced with public ids.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from reports.content.models import Rendition
from reports.content.models.media import RENDITION_NAMES
from reports.content.models.record_kind import get_kinds_by_name
from reports.content.visibility import Perspective
from reports.content.visibility.survivors import names_with_survivors
from reports.core.document import Document
from reports.core.document.canonical import dump_document
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.printed_reference import find_reference
from reports.core.document.public_ids import link_to_public_id, replace_in_html, replace_row_ids
from reports.core.document.references import iterate_links
from reports.core.document.table import Table

N = TypeVar("N", bound=Node)
References = dict[str, set[Any]]


class PublicReferences:
    """Looks up the public targets of references, all of one kind at once."""

    def __init__(self, perspective: Perspective) -> None:
        self.perspective = perspective
        self.known: dict[str, dict[Any, str]] = defaultdict(dict)
        self.read: References = defaultdict(set)

    def load(self, references: Iterable[References]) -> None:
        """Read the targets of several bodies."""
        wanted: References = defaultdict(set)
        for each in references:
            for kind, keys in each.items():
                wanted[kind] |= keys - self.read[kind]
        for kind, keys in wanted.items():
            self.read[kind] |= keys
            if keys and kind in get_kinds_by_name():
                self.load_records(kind, keys)
            elif keys and kind in ("page", "picture", "document"):
                getattr(self, f"load_{kind}s")(keys)

    def load_records(self, kind: str, keys: set[Any]) -> None:
        """Read the public keys of records; a merged record has the key of the one it was merged
        into.
        """
        model = get_kinds_by_name()[kind].model
        rows = {key for key in keys if isinstance(key, int)}
        wanted, column = {"pk": rows, model.key_field: keys - rows}, model.key_field
        only = column, "merged_into", f"merged_into__{column}"
        names = names_with_survivors
        for row in self.perspective.fetch_visible(names, model, only=only, **wanted):
            known = {row.pk, getattr(row, column)} & keys
            self.known[kind] |= dict.fromkeys(known, getattr(row.survivor, column))

    def load_pages(self, keys: set[Any]) -> None:
        for page in self.perspective.fetch_visible(Perspective.pages, pk=keys, only=("url_path",)):
            self.known["page"][page.pk] = self.perspective.path(page)

    def load_pictures(self, keys: set[Any]) -> None:
        renditions: dict[int, list[str]] = defaultdict(list)
        made = Rendition.objects.filter(image__in=keys, filter_spec__in=RENDITION_NAMES)
        for image, file in made.order_by("filter_spec").values_list("image_id", "file"):
            renditions[image].append(file)
        for row in self.perspective.fetch_visible(Perspective.pictures, pk=keys):
            shown: tuple[Any, ...] = (row.key, row.description, row.credit)
            shown += (row.width, row.height, row.file.name)
            if focal := row.get_focal_point():
                shown += (str(focal),)
            self.known["picture"][row.pk] = repr((*shown, renditions[row.pk]))

    def load_documents(self, keys: set[Any]) -> None:
        for row in self.perspective.fetch_visible(Perspective.documents, pk=keys):
            shown = (row.url, row.title, row.file_size, row.pages, row.language)
            self.known["document"][row.pk] = repr(shown)

    def get(self, kind: str, key: Any) -> str | None:
        """Return the public id of a row; None if it is hidden or deleted."""
        return self.known[kind].get(key)

    def show_html(self, html: str) -> str:
        """Return rich text whose links have public ids in place of row ids."""
        return replace_in_html(html, link_to_public_id(self.get))

    def show_body(self, document: Document) -> str:
        """Return the canonical JSON of the public part of a document."""
        shown = Document(tuple(self.remove_hidden(b) for b in document.blocks), document.locale)
        return dump_document(replace_row_ids(shown, self.get)).decode()

    def remove_hidden(self, node: N) -> N:
        """Return a node without references that are not confirmed, or hidden in a table."""
        changes: dict[str, Any] = {}
        found = find_reference(node)
        for name, part in node.parts.items():
            value = getattr(node, name)
            if part.role is Role.REFERENCE and found and not found.is_confirmed:
                changes[name] = None
            elif part.role is Role.NODE:
                changes[name] = self.remove_hidden(value)
            elif part.role is Role.NODES:
                changes[name] = tuple(self.remove_hidden(item) for item in value)
            elif part.role is Role.TABLE and part.refers_to:
                changes[name] = self.remove_hidden_rows(part, value)
        return replace(node, **changes) if changes else node

    def remove_hidden_rows(self, part: Part, table: Table) -> Table:
        rows = (
            replace(row, ref=self.get(part.refers_to, row.confirmed_ref) or "", ref_name=None)
            for row in table.rows
        )
        return replace(table, rows=tuple(rows))


def list_html_references(html: str) -> References:
    """Return the targets of the links in rich text."""
    found: References = defaultdict(set)
    for kind, row in iterate_links(html):
        found[kind].add(row)
    return found
