"""What a report refers to, as the public sees it when it is published."""

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
    """Rows by kind as JSON has them, and the public id of each row by its kind and row id."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    public_ids: dict[tuple[str, int], str] = field(default_factory=dict)

    def public_id_of(self, kind: str, row: Any) -> str | None:
        return self.public_ids.get((kind, row))

    def has_public_id(self, kind: str, public_id: str) -> bool:
        return any(row["public_id"] == public_id for row in self.rows.get(kind, ()))

    def add(self, kind: str, row: Any, public_id: str, encoded: dict[str, Any]) -> None:
        self.public_ids[kind, row.pk] = public_id
        self.rows[kind].append({**encoded, "public_id": public_id})

    def sort(self) -> None:
        """Put rows in the order of their public ids: the database gives them in any order."""
        for rows in self.rows.values():
            rows.sort(key=lambda row: (row["public_id"], row["id"]))


def collect_surroundings(
    references: Mapping[str, set[Any]], perspective: Perspective
) -> Surroundings:
    """Read what is referred to and may be seen, each kind in one statement."""
    found = Surroundings()
    wanted = {kind: set(keys) for kind, keys in references.items() if keys}
    for kind in KINDS:
        shown = wanted.get(kind, set()) | list_referred_rows(found, kind)
        add_kind(found, kind, shown, perspective)
    add_renditions(found, perspective)
    add_pages(found, wanted.get("page", set()), perspective)
    found.sort()
    return found


def list_referred_rows(found: Surroundings, name: str) -> set[int]:
    """Return the row ids of a kind that records refer to: they are shown beside these."""
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
    for row in kind.fetch_visible(perspective, **given) if given else ():
        found.add(name, row, str(getattr(row, kind.key)), kind.encode(row))


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
