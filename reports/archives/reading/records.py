"""The records of an archive."""

from typing import Any

from django.core.exceptions import ValidationError

from reports.archives.archive import Row
from reports.archives.bag import OpenBag
from reports.archives.describing.records import RECORDS
from reports.archives.form import name_records
from reports.archives.reading import shapes
from reports.archives.reading.strict_json import load_json
from reports.importing.findings import Refusal
from reports.publication.versions.public_fields import KINDS


def read_records(bag: OpenBag) -> dict[str, list[Row]]:
    """Return the records of an archive by kind. Raises Refusal."""
    records = {kind: read_kind(bag, kind) for kind in RECORDS}
    incubators = {row["slug"] for row in records["incubator"]}
    for row in records["service"]:
        if row["incubator"] is not None and row["incubator"] not in incubators:
            raise Refusal(
                f"{name_records('service')} : l’incubateur de « {row['slug']} » n’est pas dans "
                "l’archive."
            )
    return records


def read_kind(bag: OpenBag, kind: str) -> list[Row]:
    file = name_records(kind)
    rows = load_json(file, bag.read(file))
    shapes.check_list(file, "", rows, list_shapes(kind))
    shapes.check_unique(file, [row[KINDS[kind].key] for row in rows])
    for row in rows:
        try:
            build_record(kind, row).clean_fields(exclude=["sort_key", "incubator"])
        except ValidationError as error:
            key = row[KINDS[kind].key]
            raise Refusal(f"{file} : « {key} », {'; '.join(describe(error))}") from error
    return list(rows)


def describe(error: ValidationError) -> list[str]:
    return [f"{name} : {' '.join(words)}" for name, words in error.message_dict.items()]


def list_shapes(kind: str) -> dict[str, shapes.Check]:
    """Return the shapes of the columns of a record; an incubator goes by its key."""
    found = {field.attname: shapes.shape_of_column(field) for field in KINDS[kind].fields}
    del found["id"]
    if "incubator_id" in found:
        del found["incubator_id"]
        found["incubator"] = shapes.nullable(shapes.text(120))
    return found


def build_record(kind: str, row: Row) -> Any:
    """Return a record in memory, without its incubator."""
    return KINDS[kind].model(**{name: row[name] for name in row if name != "incubator"})
