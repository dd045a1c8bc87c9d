"""Reads the surroundings of a version: the public columns of everything a report refers to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import UUIDField

from reports.content.models.record_kind import list_kinds
from reports.content.visibility.perspective import Perspective
from reports.publishing.versions.public_fields import KINDS, RENDITION

KIND_OF_ROWS = {"picture": "picture", "rendition": "picture", "document": "document"}
PAGE_COLUMNS = ("translation_key", "title", "url_path")


@dataclass
class Surroundings:
    """The rows to which a report refers, and their public ids.

    `rows` has the rows by kind, as JSON. `public_ids` has the public id by a kind and a key: a row
    id, a public id, or either of a record that was merged into this one. `survivors` maps the kind
    and row id of a merged record to the row id of the record it was merged into.
    """

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    public_ids: dict[tuple[str, Any], str] = field(default_factory=dict)
    survivors: dict[tuple[str, int], int] = field(default_factory=dict)

    def public_id_of(self, kind: str, key: Any) -> str | None:
        return self.public_ids.get((kind, key))

    def add(self, kind: str, row: Any, public_id: str, encoded: dict[str, Any]) -> None:
        if (kind, row.pk) not in self.public_ids:
            self.public_ids |= dict.fromkeys(((kind, row.pk), (kind, public_id)), public_id)
            self.rows[kind].append({**encoded, "public_id": public_id})

    def lead(self, kind: str, row: Any, key: str, survivor: Any, public_id: str) -> None:
        """Map the keys of a merged record to the record into which it was merged."""
        self.public_ids |= dict.fromkeys(((kind, row.pk), (kind, key)), public_id)
        self.survivors[kind, row.pk] = survivor.pk

    def refer_to_survivors(self) -> None:
        """Replace references to merged records with the records into which they were merged."""
        for kind in list_kinds():
            for field_name, other in kind.references.items():
                for row in self.rows.get(kind.name, ()):
                    referred = row[f"{field_name}_id"]
                    row[f"{field_name}_id"] = self.survivors.get((other.name, referred), referred)

    def sort(self) -> None:
        """Put rows in the order of their public ids: the database gives them in any order."""
        for rows in self.rows.values():
            rows.sort(key=lambda row: (row["public_id"], row["id"]))


def collect_surroundings(
    references: Mapping[str, set[Any]], perspective: Perspective
) -> Surroundings:
    """Read the visible targets of references, each kind in one statement."""
    found = Surroundings()
    wanted = {kind: set(keys) for kind, keys in references.items() if keys}
    for kind in KINDS:
        shown = wanted.get(kind, set()) | list_referred_rows(found, kind)
        add_kind(found, kind, shown, perspective)
    found.refer_to_survivors()
    add_renditions(found, perspective)
    add_pages(found, wanted.get("page", set()), perspective)
    found.sort()
    return found


def list_referred_rows(found: Surroundings, name: str) -> set[int]:
    """Return the row ids of a kind to which records refer: they are shown with these records."""
    return {
        row[f"{field}_id"]
        for kind in list_kinds()
        for field, other in kind.references.items()
        if other.name == name
        for row in found.rows.get(kind.name, ())
    } - {None}


def add_kind(found: Surroundings, name: str, keys: set[Any], perspective: Perspective) -> None:
    kind = KINDS[name]
    rows = {key for key in keys if isinstance(key, int)}
    public_ids = {key for key in keys if isinstance(key, str) and "\0" not in key}
    if isinstance(kind.model._meta.get_field(kind.key), UUIDField):
        public_ids = set()  # pictures and documents are referred to by row
    given = {"pk": rows, kind.key: public_ids}
    given = {column: values for column, values in given.items() if values}
    for row, survivor in kind.fetch_survivors(perspective, **given) if given else ():
        public_id = str(getattr(survivor, kind.key))
        found.add(name, survivor, public_id, kind.encode(survivor))
        if row is not survivor:
            found.lead(name, row, str(getattr(row, kind.key)), survivor, public_id)


def add_renditions(found: Surroundings, perspective: Perspective) -> None:
    pictures = {row["id"]: row["public_id"] for row in found.rows.get("picture", ())}
    if not pictures:
        return
    for row in RENDITION.fetch_visible(perspective, image=set(pictures)):
        encoded = {**RENDITION.encode(row), "public_id": pictures[row.image_id]}
        found.rows["rendition"].append(encoded)


def add_pages(found: Surroundings, keys: set[int], perspective: Perspective) -> None:
    if not keys:
        return
    for page in perspective.fetch_visible(Perspective.pages, pk=keys, only=PAGE_COLUMNS):
        encoded = {"id": page.pk, "title": page.title, "path": perspective.path(page)}
        found.add("page", page, str(page.translation_key), encoded)


def list_files(rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> set[tuple[str, str, str]]:
    """Return kind, public id and name of each file among stored rows."""
    return {
        (kind, row["public_id"], row["file"])
        for stored, kind in KIND_OF_ROWS.items()
        for row in rows.get(stored, ())
        if row["file"]
    }
