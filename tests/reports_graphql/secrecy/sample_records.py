"""A public record of each kind, with a value in every field, where the scenario writes none."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from strawberry.utils.str_converters import to_camel_case

from reports.content.models.record_kind import RecordKind, list_kinds, list_referred_first

WRITTEN = ("service", "incubator", "indicator", "funding_round", "term")  # in `scenario.living`
LINE = 40  # characters
SAMPLES = tuple(kind for kind in list_kinds() if kind.name not in WRITTEN)


def find_root(kind: RecordKind) -> str:
    """Return the field of the root that lists the records of a kind: `fundingRounds`."""
    return f"{to_camel_case(kind.name)}s"


def build_key(kind: RecordKind) -> str:
    """Return the key of the sample of a kind."""
    return f"exemple-{kind.model_name}"


def list_words(kind: RecordKind) -> Iterator[str]:
    """Yield the fields of a kind that hold a line of words, beside name and key."""
    for field in kind.public_fields:
        is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
        is_other = isinstance(field, models.URLField) or field.name in ("name", kind.key_field)
        if is_text and not is_other and (field.max_length or LINE) >= LINE:
            yield field.name


def fill_record(kind: RecordKind, records: Mapping[str, Any]) -> Any:
    """Save and return a record with a value in every public field; `records` has the other kinds.

    A field of another type is a mistake here: say what it is filled with.
    """
    values = {field.name: fill_field(kind, field, records) for field in kind.public_fields}
    return kind.model.objects.create(**values)


def fill_field(kind: RecordKind, field: Any, records: Mapping[str, Any]) -> Any:
    words = f"Exemple {kind.model_name}" + (
        f", {field.verbose_name}" if field.name != "name" else ""
    )
    if field.name == kind.key_field:
        return build_key(kind)
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.ForeignKey):
        return records[kind.references[field.name].name]
    if isinstance(field, models.URLField):
        return f"https://{kind.model_name}.example/{field.name}"
    for type_, value in (
        ((models.CharField, models.TextField), words[: field.max_length]),
        (models.BooleanField, True),
        (models.DateTimeField, datetime.datetime(2025, 1, 31, 9, tzinfo=datetime.UTC)),
        (models.DateField, datetime.date(2025, 1, 31)),
        ((models.IntegerField, models.DecimalField), 7),
    ):
        if isinstance(field, type_):  # type: ignore[arg-type]
            return value
    raise NotImplementedError(f"{kind.label}.{field.name}: fill_field has no value for its type.")


def add_samples(records: dict[str, Any]) -> None:
    """Add to `records` a sample of each kind that has none there."""
    for kind in list_referred_first():
        if kind.name not in records:
            records[kind.name] = fill_record(kind, records)
