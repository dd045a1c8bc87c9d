"""The public columns of each kind of object that versions store."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import ForeignKey, Model, QuerySet
from django.db.models.fields.files import FieldFile

from reports.content.models import AnnualReportPage, Picture, Rendition, ReportDocument
from reports.content.models.media import RENDITION_NAMES
from reports.content.models.record_kind import RecordKind, list_referrers_first
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.survivors import former_with_survivors, names_with_survivors

PLAIN_FIELDS = ("year", "title", "hero_title", "seo_title", "search_description")
"""The fields of a report that hold no reference."""
OPTIONAL_FIELDS = {"language": "fr", "currency": "EUR", "report_date": None, "reading_edition": 1}
"""More of them, by their default, which is not stored: earlier versions do not name them."""


def public_renditions(_: Perspective) -> QuerySet[Rendition]:
    """Return the renditions with a public name, to be restricted to visible pictures."""
    return Rendition.objects.filter(filter_spec__in=RENDITION_NAMES)


@dataclass(frozen=True)
class Kind:
    """A kind of stored object: its model, public id, public columns, and query of visible rows."""

    model: type[Model]
    key: str
    columns: tuple[str, ...]
    visible: Any = None
    records: RecordKind | None = None

    @classmethod
    def of_records(cls, kind: RecordKind) -> "Kind":
        columns = ("id", *(field.name for field in kind.public_fields))
        return cls(kind.model, kind.key_field, columns, records=kind)

    def fetch_visible(self, perspective: Perspective, **keys: Any) -> list[Any]:
        """Return the visible rows that have one of the keys in one of the columns."""
        return perspective.fetch_visible(self.visible, only=self.columns, **keys)

    def fetch_survivors(self, perspective: Perspective, **keys: Any) -> list[tuple[Any, Any]]:
        """Return rows by their keys, each with the visible row that it leads to.

        That is the record into which it was merged, or the row itself.
        """
        if self.records is None:
            return [(row, row) for row in self.fetch_visible(perspective, **keys)]
        rows = perspective.fetch_visible(names_with_survivors, self.model, **keys)
        return [(row, row.survivor) for row in rows]

    def fetch_stored_visible(self, perspective: Perspective, **keys: Any) -> list[Any]:
        """Return the visible ones of the rows that a version stores.

        They have their public ids; merged records also have that of the record they were merged
        into.
        """
        if self.records is None:
            return perspective.fetch_visible(self.visible, only=(self.key,), **keys)
        only = self.key, "merged_into", f"merged_into__{self.key}"
        return perspective.fetch_visible(former_with_survivors, self.model, only=only, **keys)

    def encode(self, row: Model) -> dict[str, Any]:
        """Return the public columns of a row, as JSON has them."""
        return {name: encode_value(getattr(row, name)) for name in self.attributes}

    def decode(self, stored: dict[str, Any]) -> Any:
        """Return the row that was encoded, as the database would give it."""
        values = [decode_value(field, stored.get(field.attname)) for field in self.fields]
        return self.model.from_db(DEFAULT_DB_ALIAS, self.attributes, values)

    @cached_property
    def attributes(self) -> list[str]:
        """The attribute names of the columns on rows: `incubator_id`."""
        return [field.attname for field in self.fields]

    @cached_property
    def fields(self) -> list[Any]:
        """The columns in the order in which Django builds rows from their values."""
        fields = self.model._meta.concrete_fields
        return [field for field in fields if field.name in self.columns]


def encode_value(value: Any) -> Any:
    if isinstance(value, FieldFile):
        return value.name or ""
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def decode_value(field: Any, stored: Any) -> Any:
    return stored if isinstance(field, ForeignKey) else field.to_python(stored)


def describe_optional_fields(page: AnnualReportPage) -> dict[str, Any]:
    """Return the optional fields of a report that are not as they are by default."""
    values = {name: getattr(page, name) for name in OPTIONAL_FIELDS}
    return {n: encode_value(v) for n, v in values.items() if v != OPTIONAL_FIELDS[n]}


def read_optional_fields(stored: dict[str, Any]) -> dict[str, Any]:
    """Return the optional fields of a stored report."""
    get_field = AnnualReportPage._meta.get_field
    return {
        name: get_field(name).to_python(stored.get(name, default))
        for name, default in OPTIONAL_FIELDS.items()
    }


KINDS = {
    **{kind.name: Kind.of_records(kind) for kind in list_referrers_first()},
    "picture": Kind(
        Picture,
        "key",
        (
            *("id", "key", "description", "credit", "width", "height", "file"),
            *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
        ),
        Perspective.pictures,
    ),
    "document": Kind(
        ReportDocument,
        "key",
        ("id", "key", "title", "file", "file_size", "pages", "language"),
        Perspective.documents,
    ),
}
RENDITION = Kind(
    Rendition,
    "id",
    ("id", "image", "filter_spec", "file", "width", "height"),
    public_renditions,
)
