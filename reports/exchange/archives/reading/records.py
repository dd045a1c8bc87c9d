"""Parses and validates the records of an archive."""

from typing import Any

from django.core.exceptions import ValidationError

from reports.content.models.record_kind import RecordKind, list_referrers_first
from reports.core.refusal import Refusal
from reports.exchange.archives.archive import Row
from reports.exchange.archives.bag import OpenBag
from reports.exchange.archives.form import name_records
from reports.exchange.archives.reading import shapes
from reports.exchange.archives.reading.strict_json import load_json


def read_records(bag: OpenBag) -> dict[str, list[Row]]:
    """Return the records of an archive by kind. Raises Refusal."""
    kinds = list_referrers_first()
    records = {kind.name: read_kind(bag, kind) for kind in kinds}
    for kind in kinds:
        for name, other in kind.references.items():
            known = {row[other.key_field] for row in records[other.name]}
            for row in records[kind.name]:
                if row[name] is not None and row[name] not in known:
                    label = kind.model._meta.get_field(name).verbose_name
                    raise Refusal(
                        f"{name_records(kind.name)} : « {label} » de « {row[kind.key_field]} » "
                        "n’est pas dans l’archive."
                    )
    return records


def read_kind(bag: OpenBag, kind: RecordKind) -> list[Row]:
    """Return the records of a kind; an archive that is older than the kind has none."""
    file = name_records(kind.name)
    if file not in bag.hashes:
        return []
    rows = load_json(file, bag.read(file))
    shapes.check_list(file, "", rows, list_shapes(kind))
    shapes.check_unique(file, [row[kind.key_field] for row in rows])
    for row in rows:
        try:
            build_record(kind, row).clean_fields(exclude=["sort_key", *kind.references])
        except ValidationError as error:
            key = row[kind.key_field]
            raise Refusal(f"{file} : « {key} », {'; '.join(describe(error))}") from error
    return list(rows)


def describe(error: ValidationError) -> list[str]:
    return [f"{name} : {' '.join(words)}" for name, words in error.message_dict.items()]


def list_shapes(kind: RecordKind) -> dict[str, shapes.Check]:
    """Return the shapes of the columns of a record; what it refers to goes by its key."""
    found = {
        field.name: shapes.shape_of_column(field)
        for field in kind.public_fields
        if field.name not in kind.references
    }
    for name, other in kind.references.items():
        key = other.model._meta.get_field(other.key_field)
        found[name] = shapes.nullable(shapes.text(key.max_length))
    return found


def build_record(kind: RecordKind, row: Row) -> Any:
    """Return a record in memory, without what it refers to."""
    return kind.model(**{name: row[name] for name in row if name not in kind.references})
